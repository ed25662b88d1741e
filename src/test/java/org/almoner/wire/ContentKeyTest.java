package org.almoner.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentKeyTest {

    private record Person(@Nullable String first, @Nullable String last) implements Personal {
        @Override
        public String toString() {
            return masked();
        }
    }

    private record Gift(Person donor, long amount) {}

    @Test
    void isTheSameForTheSameContent() {
        assertThat(key("Jan", "Vos", 7)).isEqualTo(key("Jan", "Vos", 7));
    }

    @Test
    void tellsContentsApartThatAreMasked() {
        assertThat(key("Jan", "Vos", 7))
                .isNotEqualTo(key("Jan", "Vos", 8))
                .isNotEqualTo(key("Jan", "Bos", 7))
                .isNotEqualTo(key("JanVos", "", 7))
                .isNotEqualTo(key("Jan", null, 7));
    }

    @Test
    void showsNothingOfTheContent() {
        assertThat(key("Jan", "Vos", 7)).doesNotContain("Jan", "Vos");
        assertThat(new Person("Jan", "Vos")).hasToString("Person[…]");
    }

    private static String key(@Nullable String first, @Nullable String last, long amount) {
        return ContentKey.of(new Gift(new Person(first, last), amount));
    }
}
