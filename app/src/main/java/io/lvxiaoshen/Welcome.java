package io.lvxiaoshen;

import io.lvxiaoshen.platform.FirstAdministrator;
import io.lvxiaoshen.platform.PlatformProperties;
import java.io.PrintStream;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person in front of the terminal where the application is. Goes to the terminal and not to the log, because
 * on the first start it shows a password.
 */
@Component
class Welcome {
    private final FirstAdministrator administrator;
    private final PlatformProperties properties;

    Welcome(FirstAdministrator administrator, PlatformProperties properties) {
        this.administrator = administrator;
        this.properties = properties;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            return;
        }
        print(System.out, event.getWebServer().getPort());
    }

    private void print(PrintStream terminal, int port) {
        terminal.println();
        terminal.println("  绿小申已启动：http://localhost:" + port);
        administrator.newPassword().ifPresent(password -> {
            terminal.println("  首次启动，请用以下账号登录并尽快修改密码：");
            terminal.println("    用户名  " + administrator.username());
            terminal.println("    密码    " + password);
            terminal.println("  （同时保存在 " + administrator.passwordFile() + "，修改密码后自动删除）");
        });
        terminal.println("  数据目录：" + properties.inData(""));
        terminal.println("  按 Ctrl-C 停止。");
        terminal.println();
        terminal.flush();
    }
}
