package io.lvxiaoshen.agent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test against the running agent runtime; all of them share one application and its database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = AgentTestApplication.class,
        properties = {
            "lvxiaoshen.platform.data=target/test-data/${random.uuid}",
            "lvxiaoshen.platform.administrator-password=" + SignedInClient.PASSWORD,
            "lvxiaoshen.agent.run.lease=1s",
            "lvxiaoshen.agent.run.timeout=5s"
        })
public @interface AgentTest {}
