package io.drivetrain.pipeline.engine;

import io.drivetrain.embedded.EmbeddedServersResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole application over a real Postgres. All of them share one start. */
@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(PipelineTestResource.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PipelineTest {}
