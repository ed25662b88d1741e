package org.almoner.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtmSourceTest {

    @ParameterizedTest
    @CsvSource({
        // utm_source, banner, landing page, mailing, test variant
        "B26_0903_nlNL_dsk_p1_lg_cnt.default~default.cc, B26_0903_nlNL_dsk_p1_lg_cnt, default~default, , false",
        "B26_cnt_x.page.cc,                B26_cnt_x, page, , false",
        "B26_cnt,                          B26_cnt, , , true",
        "B26_m_sm.page,                    B26_m_sm, page, , true",
        "..cc,                             , , , true",
        "sp99887766.default~default.rcc,   , default~default, sp99887766, true",
        "sp998877665544.page.cc,           , page, sp99887766, true",
        "sp.page.cc,                       , page, sp.page.cc, true",
        "70761231.d2026.page,              , d2026, sp70761231, true",
        "70761232.d2026.page,              70761232, d2026, , true",
    })
    void isTakenApart(
            String text,
            @Nullable String banner,
            @Nullable String landingPage,
            @Nullable String mailing,
            boolean isTest) {
        var source = new UtmSource(text);

        var found = source.banner();
        assertThat(found == null ? null : found.name()).isEqualTo(banner);
        assertThat(source.landingPage()).isEqualTo(landingPage);
        assertThat(source.mailingIdentifier()).isEqualTo(mailing);
        assertThat(source.isTestVariant()).isEqualTo(isTest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' UNION select 1.b.cc", "a.<Script>.cc", "a or SELECT 1.b.cc", "javascript:.b.c"})
    void isTrustedForNothingWhenItLooksLikeAnInjection(String text) {
        var source = new UtmSource(text.replace("or SELECT", "or SELECT "));

        assertThat(source.banner()).isNull();
        assertThat(source.landingPage()).isNull();
        assertThat(source.mailingIdentifier()).isNull();
        assertThat(source.contributionSource()).isNull();
        assertThat(source.isTestVariant()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "b.l.cc,    b, l, cc",
        "b.l.cc.x,  b, l, cc",
        "..cc,      '', '', cc",
        "b..,       b, '', ''",
        "...x,      '', '', ''",
        "sp99.l.cc, sp99, l, cc",
    })
    void countsWhenItHasThreeOrFourSegments(String text, String banner, String landingPage, String method) {
        assertThat(new UtmSource(text).contributionSource())
                .isEqualTo(new ContributionSource(banner, landingPage, method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "b.l", "b.l.cc.x.y", "..", "...", ""})
    void countsForNothingOtherwise(String text) {
        assertThat(new UtmSource(text).contributionSource()).isNull();
    }

    @Test
    void saysNothingWhenAbsent() {
        var source = new UtmSource(null);

        assertThat(source.isTestVariant()).isNull();
        assertThat(source.banner()).isNull();
        assertThat(source.contributionSource()).isNull();
    }
}
