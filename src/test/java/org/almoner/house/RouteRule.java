package org.almoner.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.springframework.util.ClassUtils;

/** What every file of routes keeps to; a rule says what is wrong, or nothing. */
enum RouteRule {
    IS_WHAT_THE_SCHEMA_ALLOWS {
        @Override
        List<String> complaints(RouteFile file) {
            return SCHEMA.validate(file.yaml()).stream().map(Object::toString).toList();
        }
    },
    BEGINS_WITH_WORDS {
        @Override
        List<String> complaints(RouteFile file) {
            return require(file.lines().get(0).matches("# \\S+( \\S+){4,}"), "line 1 is no comment in words");
        }
    },
    FITS_ON_A_PAGE {
        @Override
        List<String> complaints(RouteFile file) {
            return require(file.lines().size() <= 50, "has more than 50 lines");
        }
    },
    DESCRIBES_EVERY_ROUTE {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    file.routes().stream()
                                    .map(OptionalIdentifiedDefinition::getDescriptionText)
                                    .allMatch(RouteRule::isText)
                            && file.routes().stream().allMatch(route -> isText(route.getRouteId())),
                    "a route has no id or no description");
        }
    },
    IS_CALLED_LIKE_ITS_LIST {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    !file.folder().equals("queues")
                            || (file.routes().size() == 1
                                    && file.routes().get(0).getRouteId().equals(file.name())
                                    && DefaultSettings.in(uriOf(file))
                                            .split("\\?", 2)[0]
                                            .equals("queue:" + file.name())),
                    "file, route and list are not called the same");
        }
    },
    STARTS_A_JOB_AND_NOTHING_ELSE {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    !file.folder().equals("schedules")
                            || (file.routes().size() == 1
                                    && file.routes().get(0).getRouteId().equals(file.name())
                                    && uriOf(file).startsWith("quartz:" + file.name() + "?")
                                    && file.steps().allMatch(step -> STEPS_OF_A_SCHEDULE.contains(step.getShortName()))
                                    && texts(file, key -> key.equals("uri") || key.equals("to")).stream()
                                            .filter(uri -> !uri.startsWith("quartz:"))
                                            .toList()
                                            .equals(List.of("spring-batch:" + file.name()))),
                    "a schedule says when its job starts, and no more");
        }
    },
    LISTENS_AND_NOTHING_ELSE {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    file.folder().equals("listeners")
                            ? file.routes().size() == 1
                                    && file.routes().get(0).getRouteId().equals("listener-" + file.name())
                                    && uriOf(file)
                                            .equals("platform-http:/listeners/" + file.name()
                                                    + "?httpMethodRestrict=POST")
                                    && file.yaml()
                                            .at("/0/route/from/steps")
                                            .toString()
                                            .equals("[{\"bean\":{\"ref\":\"listener\"}}]")
                            : texts(file, key -> key.equals("uri") || key.equals("from")).stream()
                                    .noneMatch(uri -> uri.startsWith("platform-http:")),
                    "what comes in is limited, kept and verified by the bean listener, and by nothing else");
        }
    },
    HOLDS_NO_PROGRAM {
        @Override
        List<String> complaints(RouteFile file) {
            var complaints = new ArrayList<String>();
            file.steps()
                    .map(step -> step.getShortName())
                    .filter(FORBIDDEN::contains)
                    .forEach(name -> complaints.add("uses " + name));
            file.visit((key, node) -> {
                if (FORBIDDEN.contains(key)) {
                    complaints.add("uses " + key);
                }
            });
            texts(file, URI_KEYS::contains).stream()
                    .filter(uri -> FORBIDDEN.contains(uri.split(":", 2)[0]))
                    .forEach(uri -> complaints.add("uses " + uri));
            return complaints;
        }
    },
    WRITES_PARAMETERS_AS_A_MAP {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    texts(file, URI_KEYS::contains).stream().noneMatch(uri -> uri.contains("?")),
                    "parameters stand behind a '?', not in a map");
        }
    },
    KNOWS_NO_HOST_AND_NO_SECRET {
        @Override
        List<String> complaints(RouteFile file) {
            var complaints = new ArrayList<String>();
            file.visit((key, node) -> {
                if (HOST.matcher(node.isTextual() ? node.asText() : "").find()) {
                    complaints.add(key + " names a host");
                }
                if (SECRET.matcher(key).find()) {
                    complaints.add(key + " is a credential");
                }
            });
            return complaints;
        }
    },
    NAMES_TYPES_THAT_EXIST {
        @Override
        List<String> complaints(RouteFile file) {
            return texts(file, TYPE_KEYS::contains).stream()
                    .filter(type -> !ClassUtils.isPresent(type, null))
                    .map(type -> "there is no " + type)
                    .toList();
        }
    },
    BUILDS_NO_SQL_FROM_VALUES {
        @Override
        List<String> complaints(RouteFile file) {
            return require(
                    texts(file, key -> key.equals("simple") || key.equals("expression")).stream()
                            .noneMatch(text -> SQL.matcher(text).find()),
                    "SQL is a constant, with named parameters");
        }
    };

    private static final JsonSchema SCHEMA = schema();

    private static final Set<String> STEPS_OF_A_SCHEDULE = Set.of("removeHeaders", "setHeader", "setHeaders", "to");

    /** Programs belong into Java; threads and loops of a route's own break its unit of work. */
    private static final Set<String> FORBIDDEN = Set.of(
            "process",
            "script",
            "groovy",
            "js",
            "python",
            "java",
            "joor",
            "mvel",
            "ognl",
            "spel",
            "toD",
            "recipientList",
            "routingSlip",
            "dynamicRouter",
            "threads",
            "loop",
            "wireTap",
            "delay",
            "throttle",
            "aggregate",
            "resequence",
            "transacted",
            "seda",
            "disruptor",
            "language",
            "exec",
            "class",
            "saga");

    private static final Set<String> URI_KEYS = Set.of("uri", "to", "from");
    private static final Set<String> TYPE_KEYS = Set.of("unmarshalType", "resultType", "exception", "beanType");

    private static final Pattern HOST =
            Pattern.compile("//[\\w{]|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\blocalhost\\b|\\b[\\w-]+(\\.[a-z]{2,})+:\\d+");

    private static final Pattern SECRET = Pattern.compile("(?i)password|secret|credential|token|username|apikey");

    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select\\s.+\\sfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\b");

    abstract List<String> complaints(RouteFile file);

    private static List<String> require(boolean isRight, String complaint) {
        return isRight ? List.of() : List.of(complaint);
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }

    private static String uriOf(RouteFile file) {
        return file.routes().get(0).getInput().getEndpointUri();
    }

    private static List<String> texts(RouteFile file, Predicate<String> keys) {
        var texts = new ArrayList<String>();
        file.visit((key, node) -> {
            if (node.isTextual() && keys.test(key)) {
                texts.add(node.asText());
            }
        });
        return texts;
    }

    private static JsonSchema schema() {
        try (var json = Objects.requireNonNull(RouteRule.class.getResourceAsStream("/schema/camelYamlDsl.json"))) {
            JsonNode schema = new ObjectMapper().readTree(json);
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
