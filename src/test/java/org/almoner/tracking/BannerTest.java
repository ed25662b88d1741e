package org.almoner.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannerTest {

    @ParameterizedTest
    @CsvSource({
        // name, variant, device, size
        "B26_0903_nlNL_dsk_p1_lg_cnt, 0903, 1, 1",
        "B26_0903_nlNL_m_p1_sm_cnt,   0903, 2, 2",
        "B26_0903_nlNL_ipd_p1_md_cnt, 0903,  , 3",
        "B26_0903,                    0903,  , 3",
        "B26__x,                      ,      , 3",
        "B26,                         ,      , 3",
        "B26_a_dsk,                   a,     , 3",
    })
    void tellsVariantDeviceAndSizeByItsName(String name, @Nullable String variant, @Nullable Integer device, int size) {
        var banner = new Banner(name);

        assertThat(banner.variant()).isEqualTo(variant);
        assertThat(banner.deviceType()).isEqualTo(device);
        assertThat(banner.size()).isEqualTo(size);
    }
}
