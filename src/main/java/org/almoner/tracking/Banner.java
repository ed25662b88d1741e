package org.almoner.tracking;

import org.jspecify.annotations.Nullable;

/** A banner by its name, which tells its variant, device and size: {@code B26_0903_nlNL_dsk_p1_lg_cnt}. */
record Banner(String name) {

    @Nullable
    String variant() {
        String[] parts = name.split("_", 3);
        return parts.length < 2 || parts[1].isEmpty() ? null : parts[1];
    }

    /** 1 desktop, 2 mobile. */
    @Nullable
    Integer deviceType() {
        return name.contains("_dsk_") ? Integer.valueOf(1) : name.contains("_m_") ? Integer.valueOf(2) : null;
    }

    /** 1 large, 2 small, 3 other. */
    int size() {
        return name.contains("_lg_") ? 1 : name.contains("_sm_") ? 2 : 3;
    }
}
