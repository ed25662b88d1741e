package org.almoner.queue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Ways to break the machine on purpose, for a judge who must notice. */
public enum Breakage implements ApplicationContextInitializer<GenericApplicationContext> {
    NONE {
        @Override
        public void initialize(GenericApplicationContext context) {}
    },
    DROP_BEFORE_COMMIT {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(DropsFirst.class, PRIMARY);
        }
    },
    NO_RECEIPT {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(NoReceipts.class, PRIMARY);
        }
    },
    NO_MARKS_OF_THE_RELAY {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.registerBean(UnguardedPushes.class, PRIMARY);
        }
    };

    private static final BeanDefinitionCustomizer PRIMARY = definition -> definition.setPrimary(true);

    static class DropsFirst extends ClaimWork {
        private final Claims claims;

        DropsFirst(
                ClaimTransaction transaction,
                Statements statements,
                Receipts receipts,
                DeadLetterRows deadLetters,
                Claims claims) {
            super(transaction, statements, receipts, deadLetters);
            this.claims = claims;
        }

        @Override
        Optional<ClaimDone> handle(Claim claim, Terms terms, Marks marks, MessageRoute route) {
            claims.drop(claim);
            return super.handle(claim, terms, marks, route);
        }
    }

    static class NoReceipts extends Receipts {
        NoReceipts(Statements statements, Clock clock) {
            super(statements, clock);
        }

        @Override
        boolean has(Claim claim) {
            return false;
        }

        @Override
        void add(ClaimDone done) {}
    }

    static class UnguardedPushes extends Pushes {
        private final RedisConnectionFactory connections;

        UnguardedPushes(Lua lua, SourceFields source, RedisConnectionFactory connections) {
            super(lua, source, connections);
            this.connections = connections;
        }

        @Override
        void push(Keys keys, long turn, List<FollowUp> bundle) {
            try (var connection = connections.getConnection()) {
                bundle.forEach(
                        followUp -> connection.listCommands().rPush(keys.queue().getBytes(), followUp.body()));
            }
        }
    }
}
