package io.lvxiaoshen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BenchTest {
    @Test
    void saysInALineThatAFileIsMissing() {
        Said said = run("retrieval", "--corpus", "no-such-corpus", "--queries", "no-such-queries", "--run", "r");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().strip()).isEqualTo("找不到文件：no-such-corpus");
    }

    @Test
    void saysInALineThatTheApplicationDoesNotAnswer() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        Said said = run("chat-load", "--url", "http://localhost:" + unused, "--password", "p");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().strip()).isEqualTo("连接不上应用：请检查 --url，并确认应用正在运行。");
    }

    private record Said(int status, String text) {}

    private static Said run(String... arguments) {
        StringWriter text = new StringWriter();
        int status = Bench.commandLine().setErr(new PrintWriter(text)).execute(arguments);
        return new Said(status, text.toString());
    }
}
