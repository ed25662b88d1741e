package org.almoner.tracking;

import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All that is known of each visit to a donation form, by its tracking id. */
@Repository
class ContributionTrackings {

    private static final String COLUMNS =
            """
            id, contribution_id, tracking_date, amount, usd_amount, currency, is_recurring, referrer, utm_source,
                utm_medium, utm_campaign, utm_key, gateway, appeal, payments_form_variant, payment_method,
                payment_submethod, language, country, os, os_version, browser, browser_version, banner_history_log_id,
                screen_width, screen_height, app_install_id, is_pay_fee, recurring_choice_id, is_test_variant,
                mailing_identifier, landing_page, banner, banner_variant, device_type_id, banner_size_id""";

    /** Of all visits of a claim in one statement: one for each takes three times as long. */
    private static final String ADD =
            """
            with told as (select * from unnest(
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[]) as told (
                %1$s,
                source_banner, source_landing_page, source_payment_method)),
            visit as (insert into contribution_tracking as known (
                %1$s)
            select
                id::bigint, contribution_id::bigint, tracking_date::timestamptz, amount::numeric, usd_amount::numeric,
                currency, is_recurring::boolean, referrer, utm_source, utm_medium, utm_campaign, utm_key, gateway,
                appeal, payments_form_variant, payment_method, payment_submethod, language, country, os, os_version,
                browser, browser_version, banner_history_log_id, screen_width::bigint, screen_height::bigint,
                app_install_id, is_pay_fee::boolean, recurring_choice_id::smallint, is_test_variant::boolean,
                mailing_identifier, landing_page, banner, banner_variant, device_type_id::smallint,
                banner_size_id::smallint
            from told
            on conflict (id) do %2$s
                returning id)
            insert into contribution_source (contribution_tracking_id, banner, landing_page, payment_method)
            select visit.id, source_banner, source_landing_page, source_payment_method
            from visit join told on told.id::bigint = visit.id
            where source_banner is not null
            on conflict (contribution_tracking_id) do update set
                banner = excluded.banner,
                landing_page = excluded.landing_page,
                payment_method = excluded.payment_method
            """;

    /** Then nothing is returned either, and the source of a known visit stays as it is. */
    private static final String ADD_IF_UNKNOWN = ADD.formatted(COLUMNS, "nothing");

    /** What the message leaves out stays as it is; a contribution, once known, stays in any case. */
    private static final String KEEP = ADD.formatted(
            COLUMNS,
            """
            update set
                contribution_id = coalesce(known.contribution_id, excluded.contribution_id),
                tracking_date = coalesce(excluded.tracking_date, known.tracking_date),
                amount = coalesce(excluded.amount, known.amount),
                usd_amount = coalesce(excluded.usd_amount, known.usd_amount),
                currency = coalesce(excluded.currency, known.currency),
                is_recurring = coalesce(excluded.is_recurring, known.is_recurring),
                referrer = coalesce(excluded.referrer, known.referrer),
                utm_source = coalesce(excluded.utm_source, known.utm_source),
                utm_medium = coalesce(excluded.utm_medium, known.utm_medium),
                utm_campaign = coalesce(excluded.utm_campaign, known.utm_campaign),
                utm_key = coalesce(excluded.utm_key, known.utm_key),
                gateway = coalesce(excluded.gateway, known.gateway),
                appeal = coalesce(excluded.appeal, known.appeal),
                payments_form_variant = coalesce(excluded.payments_form_variant, known.payments_form_variant),
                payment_method = coalesce(excluded.payment_method, known.payment_method),
                payment_submethod = coalesce(excluded.payment_submethod, known.payment_submethod),
                language = coalesce(excluded.language, known.language),
                country = coalesce(excluded.country, known.country),
                os = coalesce(excluded.os, known.os),
                os_version = coalesce(excluded.os_version, known.os_version),
                browser = coalesce(excluded.browser, known.browser),
                browser_version = coalesce(excluded.browser_version, known.browser_version),
                banner_history_log_id = coalesce(excluded.banner_history_log_id, known.banner_history_log_id),
                screen_width = coalesce(excluded.screen_width, known.screen_width),
                screen_height = coalesce(excluded.screen_height, known.screen_height),
                app_install_id = coalesce(excluded.app_install_id, known.app_install_id),
                is_pay_fee = coalesce(excluded.is_pay_fee, known.is_pay_fee),
                recurring_choice_id = coalesce(excluded.recurring_choice_id, known.recurring_choice_id),
                is_test_variant = coalesce(excluded.is_test_variant, known.is_test_variant),
                mailing_identifier = coalesce(excluded.mailing_identifier, known.mailing_identifier),
                landing_page = coalesce(excluded.landing_page, known.landing_page),
                banner = coalesce(excluded.banner, known.banner),
                banner_variant = coalesce(excluded.banner_variant, known.banner_variant),
                device_type_id = coalesce(excluded.device_type_id, known.device_type_id),
                banner_size_id = coalesce(excluded.banner_size_id, known.banner_size_id)
            """);

    private final UnitOfWork unit;

    ContributionTrackings(UnitOfWork unit) {
        this.unit = unit;
    }

    void keep(ContributionTracking tracking) {
        if (tracking.contributionId() != null && hasOtherContribution(tracking)) {
            unit.count("contribution_tracking_contribution_id_ignored");
        }
        unit.write(KEEP, columns(tracking));
    }

    void addIfUnknown(ContributionTracking tracking) {
        unit.write(ADD_IF_UNKNOWN, columns(tracking));
    }

    private boolean hasOtherContribution(ContributionTracking tracking) {
        return !unit.read(
                        "select 1 from contribution_tracking where id = ? and contribution_id <> ?",
                        (row, number) -> true,
                        tracking.id(),
                        tracking.contributionId())
                .isEmpty();
    }

    /** In the order of the columns in {@link #ADD}. */
    private static @Nullable Object[] columns(ContributionTracking tracking) {
        UtmSource source = tracking.source();
        Banner banner = source.banner();
        ContributionSource segments = source.contributionSource();
        return new @Nullable Object[] {
            tracking.id(),
            tracking.contributionId(),
            tracking.trackingDate(),
            tracking.amount(),
            tracking.usdAmount(),
            tracking.currency(),
            tracking.isRecurring(),
            tracking.referrer(),
            tracking.utmSource(),
            tracking.utmMedium(),
            tracking.utmCampaign(),
            tracking.utmKey(),
            tracking.gateway(),
            tracking.appeal(),
            tracking.paymentsFormVariant(),
            tracking.paymentMethod(),
            tracking.paymentSubmethod(),
            tracking.language(),
            tracking.country(),
            tracking.os(),
            tracking.osVersion(),
            tracking.browser(),
            tracking.browserVersion(),
            tracking.bannerHistoryLogId(),
            tracking.screenWidth(),
            tracking.screenHeight(),
            tracking.appInstallId(),
            tracking.isPayFee(),
            tracking.recurringChoiceId(),
            source.isTestVariant(),
            source.mailingIdentifier(),
            tracking.visitedPage(),
            banner == null ? null : banner.name(),
            banner == null ? null : banner.variant(),
            banner == null ? null : banner.deviceType(),
            banner == null ? null : banner.size(),
            segments == null ? null : segments.banner(),
            segments == null ? null : segments.landingPage(),
            segments == null ? null : segments.paymentMethod()
        };
    }
}
