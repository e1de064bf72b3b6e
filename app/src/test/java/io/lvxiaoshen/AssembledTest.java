package io.lvxiaoshen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test against the whole application, as it is assembled; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = LvxiaoshenApplication.class,
        properties = {
            "lvxiaoshen.platform.data=target/test-data/${random.uuid}",
            "lvxiaoshen.platform.administrator-password=" + People.PASSWORD
        })
@Import({Endpoints.class, People.class})
@interface AssembledTest {}
