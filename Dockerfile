# The three applications, an image each. From the root of the repository:
#
#   docker build --target registry --tag drivetrain-registry .
#   docker build --target pipeline --tag drivetrain-pipeline .
#   docker build --target webui    --tag drivetrain-webui .

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -ntp -T1C -DskipTests -pl registry/server,pipeline/server,webui -am package

# A user without a shell and with a number of its own. Folders of the application count from /drivetrain. The heap may
# take half of the container's memory: native code, threads, buffers and /tmp need the rest.
FROM eclipse-temurin:25-jre AS runtime
WORKDIR /drivetrain
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /drivetrain --shell /usr/sbin/nologin drivetrain
COPY LICENSE NOTICE licences/
COPY scripts/lib/http.sh ./
ENV DRIVETRAIN_HOST=0.0.0.0 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
STOPSIGNAL SIGTERM

# In each image, what changes seldom comes first: an upgrade then moves only the last layers. The image has no curl; bash
# opens the connection of the health check itself.

FROM runtime AS registry
LABEL org.opencontainers.image.title="Drivetrain registry" \
      org.opencontainers.image.description="Experiment tracking and model registry that MLflow clients use unchanged" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN install --directory --owner=10001 --group=10001 models/published
COPY --from=build /build/registry/server/target/quarkus-app/lib/ registry/lib/
COPY --from=build /build/registry/server/target/quarkus-app/quarkus/ registry/quarkus/
COPY --from=build /build/registry/server/target/quarkus-app/app/ registry/app/
COPY --from=build /build/registry/server/target/quarkus-app/quarkus-run.jar registry/
USER 10001:10001
EXPOSE 5000
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 \
  CMD ["bash", "-c", ". ./http.sh && [ $(http_status 127.0.0.1 5000 /health/ready) = 200 ]"]
ENTRYPOINT ["java", "-jar", "registry/quarkus-run.jar"]

FROM runtime AS pipeline
LABEL org.opencontainers.image.title="Drivetrain pipeline" \
      org.opencontainers.image.description="Scheduled training pipeline that gates, promotes and verifies models" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
# LightGBM's native library is built with OpenMP.
RUN apt-get update && apt-get install --yes --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*
COPY pipeline/server/LICENSE licences/GPL-3.0
COPY data/cars.csv data/reviews.csv data/
COPY --from=build /build/pipeline/server/target/quarkus-app/lib/ pipeline/lib/
COPY --from=build /build/pipeline/server/target/quarkus-app/quarkus/ pipeline/quarkus/
COPY --from=build /build/pipeline/server/target/quarkus-app/app/ pipeline/app/
COPY --from=build /build/pipeline/server/target/quarkus-app/quarkus-run.jar pipeline/
COPY pipeline/definitions/ pipeline/definitions/
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 \
  CMD ["bash", "-c", ". ./http.sh && [ $(http_status 127.0.0.1 8080 /health/ready) = 200 ]"]
ENTRYPOINT ["java", "-jar", "pipeline/quarkus-run.jar"]

FROM runtime AS webui
LABEL org.opencontainers.image.title="Drivetrain web application" \
      org.opencontainers.image.description="Predicts with the production model, as a page and as an API" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /build/webui/target/quarkus-app/lib/ webui/lib/
COPY --from=build /build/webui/target/quarkus-app/quarkus/ webui/quarkus/
COPY --from=build /build/webui/target/quarkus-app/app/ webui/app/
COPY --from=build /build/webui/target/quarkus-app/quarkus-run.jar webui/
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 \
  CMD ["bash", "-c", ". ./http.sh && [ $(http_status 127.0.0.1 8501 /health/ready) = 200 ]"]
ENTRYPOINT ["java", "-jar", "webui/quarkus-run.jar"]
