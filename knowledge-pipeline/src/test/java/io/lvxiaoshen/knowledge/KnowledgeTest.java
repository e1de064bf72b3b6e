package io.lvxiaoshen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The module as it runs, on its own database in a fresh folder. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = KnowledgeTestApplication.class,
        properties = {
            "lvxiaoshen.platform.administrator-password=" + Browser.PASSWORD,
            "lvxiaoshen.knowledge.max-file-size=8MB",
            "spring.servlet.multipart.max-file-size=-1",
            "spring.servlet.multipart.max-request-size=-1"
        })
abstract class KnowledgeTest {
    private static final Path DATA = Path.of("target", "knowledge-data").toAbsolutePath();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestIndex index;

    Browser browser;

    @DynamicPropertySource
    static void freshDataFolder(DynamicPropertyRegistry registry) {
        registry.add("lvxiaoshen.platform.data", () -> {
            try {
                FileSystemUtils.deleteRecursively(DATA);
                return DATA.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @BeforeEach
    void signIn() throws Exception {
        index.answer(TestIndex.Answer.INDEXED);
        browser = new Browser(port);
    }

    /** Names of all files that the store keeps, finished or not. */
    static List<String> storedObjects() {
        return filesBelow("objects");
    }

    /** Names of all files that are being read. */
    static List<String> filesBeingRead() {
        return filesBelow("reading");
    }

    private static List<String> filesBelow(String folder) {
        try (Stream<Path> files = Files.walk(DATA.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
