package org.almoner.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftDataTest {

    @ParameterizedTest
    @CsvSource({
        // medium, source, by text message, channel
        "sitenotice,       B26_dsk_p1.x.cc,      false, Desktop",
        "sitenotice,       B26_m_p1.x.cc,        false, Mobile",
        "sitenotice,       B26_mob_p1.x.cc,      false, Mobile",
        "sitenotice,       other.x.cc,           false, Other Banner",
        "endowment,        B26_dsk_p1.x.cc,      false, Desktop",
        "endowment,        portal.x.cc,          false, Other Online",
        "sidebar,          ,                     false, Sidebar",
        "email,            anything,             false, Email",
        ",                 sp123.x.cc,           false, Email",
        ",                 civi_mail.x.cc,       false, Email",
        "mail,             ,                     false, Direct Mail",
        "x,                DMURL.x.cc,           false, Direct Mail",
        "sms,              ,                     false, SMS",
        "sitenotice,       B26_dsk_,             true,  SMS",
        "portal,           ,                     false, Portal",
        "WikipediaAppFeed, ,                     false, Wikipedia App",
        "facebook,         ,                     false, Social Media",
        ",                 ,                     false, Other Online",
    })
    void knowsTheChannelByTheVisit(@Nullable String medium, @Nullable String source, boolean byText, String channel) {
        assertThat(Channel.of(details(medium, source, null), byText)).isEqualTo(channel);
    }

    @ParameterizedTest
    @CsvSource({
        // dollars, medium, source, appeal, direct mail appeal, major
        "9999.99,  ,      ,            ,            ,      false",
        "10000.00, ,      ,            ,            ,      true",
        "249.99,   ,      ,            White Mail,  ,      false",
        "250.00,   ,      ,            White Mail,  ,      true",
        "1.00,     ,      ,            ,            26MGF, true",
        "1.00,     MGemail, ,          ,            ,      true",
        "1.00,     ,      ,            MG26,        ,      true",
        "1.00,     ,      x~MG26.y.cc, ,            ,      true",
        "1.00,     ,      x~MGab.y.cc, ,            ,      false",
    })
    void knowsWhatIsAMajorGift(
            BigDecimal dollars,
            @Nullable String medium,
            @Nullable String source,
            @Nullable String appeal,
            @Nullable String directMail,
            boolean isMajor) {
        assertThat(MajorGift.isOne(details(medium, source, directMail), appeal, Money.usd(dollars)))
                .isEqualTo(isMajor);
    }

    private static GiftDetails details(
            @Nullable String medium, @Nullable String source, @Nullable String directMailAppeal) {
        return new GiftDetails(source, medium, null, null, directMailAppeal, null, null, null, null, null, null, null);
    }
}
