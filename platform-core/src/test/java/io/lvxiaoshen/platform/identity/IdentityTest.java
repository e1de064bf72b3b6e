package io.lvxiaoshen.platform.identity;

import io.lvxiaoshen.platform.PlatformTestApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test against the running platform, whose clock can be set forward; all of them share one and its database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = {PlatformTestApplication.class, MovableClock.Configuration.class},
        properties = {
            "lvxiaoshen.platform.data=target/test-data/${random.uuid}",
            "lvxiaoshen.platform.administrator-password=" + Visitor.PASSWORD,
            "lvxiaoshen.platform.identity.sessions-per-account=4",
            "lvxiaoshen.platform.identity.password-max-age=90d"
        })
@interface IdentityTest {}
