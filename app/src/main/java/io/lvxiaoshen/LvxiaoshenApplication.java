package io.lvxiaoshen;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts 绿小申. */
@Modulithic(systemName = "绿小申")
@SpringBootApplication
public class LvxiaoshenApplication {

    /**
     * Starts the application; {@code args} may set any property as {@code --name=value}, or name one of the commands that
     * need no application.
     */
    public static void main(String[] args) {
        OptionalInt status = OfflineCommands.run(List.of(args));
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        SpringApplication.run(LvxiaoshenApplication.class, args);
    }
}
