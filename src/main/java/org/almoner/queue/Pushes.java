package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.almoner.queue.FollowUp.Mark;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The only place that pushes to queues: RPUSH, as every producer does. */
@Component
class Pushes {

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TURN = Lua.list("turn");

    private static final RedisScript<Long> PUSH = Lua.number("push");
    private static final RedisScript<Long> FINISH = Lua.number("finish");

    private final Lua lua;
    private final SourceFields source;
    private final RedisConnectionFactory connections;

    Pushes(Lua lua, SourceFields source, RedisConnectionFactory connections) {
        this.lua = lua;
        this.source = source;
        this.connections = connections;
    }

    void pushNow(String queue, byte[] json) {
        try (var connection = connections.getConnection()) {
            connection.listCommands().rPush(queue.getBytes(UTF_8), source.stamp(json));
        }
    }

    /**
     * Opens a turn on the queue.
     *
     * @return the marks of what had been pushed by a turn that came to no end
     * @throws TurnOver when a newer turn has begun
     */
    List<Mark> begin(Keys keys, long turn) {
        List<byte[]> answer = lua.list(TURN, List.of(keys.relayed()), turn);
        List<String> texts =
                answer.stream().map(text -> new String(text, UTF_8)).toList();
        long newest = Long.parseLong(texts.get(0));
        if (newest > turn) {
            throw new TurnOver(keys.queue(), newest);
        }
        return texts.stream().skip(1).map(Mark::parse).toList();
    }

    /** Pushes what bears no mark of an earlier push. */
    void push(Keys keys, long turn, List<FollowUp> bundle) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(turn);
        for (var followUp : bundle) {
            arguments.add(followUp.mark());
            arguments.add(followUp.asIs() ? followUp.body() : source.stamp(followUp.body()));
        }
        if (lua.number(PUSH, List.of(keys.queue(), keys.relayed()), arguments.toArray()) < 0) {
            throw new TurnOver(keys.queue(), turn);
        }
    }

    void finish(Keys keys, long turn) {
        lua.number(FINISH, List.of(keys.relayed()), turn);
    }
}
