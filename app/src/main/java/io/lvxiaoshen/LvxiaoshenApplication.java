package io.lvxiaoshen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts 绿小申. */
@Modulithic(systemName = "绿小申")
@SpringBootApplication
public class LvxiaoshenApplication {

    /** Starts the application; {@code args} may set any property as {@code --name=value}. */
    public static void main(String[] args) {
        SpringApplication.run(LvxiaoshenApplication.class, args);
    }
}
