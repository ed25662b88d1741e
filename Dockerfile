# Almoner without the servers for trying out:  mvn package && docker build -t almoner .
# routes/ and config/ are not in it: what is mounted there says what this process does, and nothing stale can stand in for it.
ARG JRE=eclipse-temurin:17-jre-jammy

FROM ${JRE} AS layers
WORKDIR /build
COPY target/almoner.jar .
RUN java -Djarmode=tools -jar almoner.jar extract --layers --destination layers \
    && ! ls layers/dependencies/lib | grep -E 'embedded-(postgres|redis)'

FROM ${JRE}
WORKDIR /almoner
# the one that seldom changes first; the layer "embedded" stays behind
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# by number, so that Kubernetes can tell that it is not root
USER 10001:10001
EXPOSE 8080 8081
# half for the heap: as much again goes to threads, code and buffers (350 MiB in all were measured with 256 MiB of heap)
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "almoner.jar"]
