package io.lvxiaoshen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in a browser, on three sizes of screen; each step leaves a screenshot to look at. */
@TestMethodOrder(OrderAnnotation.class)
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("..", "target", "screenshots");
    private static final String QUESTION = "未经批准临时使用绿地罚款多少？";

    @TempDir
    static Path data;

    private static ApplicationProcess application;
    private static String password;
    private static Playwright playwright;
    private static Browser browser;

    /** A kind of device with its screen. */
    private record Screen(String name, int width, int height) {
        static final Screen PC = new Screen("pc", 1440, 900);
        static final Screen PHONE = new Screen("phone", 390, 844);
        static final Screen WALL = new Screen("wall", 1920, 1080);
    }

    @BeforeAll
    static void start() throws Exception {
        application = ApplicationProcess.start(data);
        password = application.printedPassword();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    @Order(1)
    void signsInUploadsAsksAndOpensTheCitedArticle() throws Exception {
        try (BrowserContext context = context(Screen.PC)) {
            Page page = signedIn(context, Screen.PC);
            page.navigate(address("/knowledge"));
            screenshot(page, Screen.PC, "knowledge-empty");
            page.getByTestId("new-knowledge-base").first().click();
            page.getByTestId("knowledge-base-name").fill("绿化法规（示例）");
            page.getByTestId("create-knowledge-base").click();
            page.waitForURL(Pattern.compile(".*/knowledge/[0-9a-f-]{36}.*"));
            page.getByTestId("file-input").first().setInputFiles(examples());
            assertThat(page.getByTestId("document-row")).hasCount(3, new HasCountOptions().setTimeout(30_000));
            for (int row = 0; row < 3; row++) {
                assertThat(page.getByTestId("document-stage").nth(row))
                        .containsText("可检索", new ContainsTextOptions().setTimeout(60_000));
            }
            screenshot(page, Screen.PC, "knowledge-documents");
            ask(page);
            screenshot(page, Screen.PC, "assistant-answer");
            page.getByTestId("citation").first().click();
            assertThat(page.getByTestId("evidence-pane")
                            .getByTestId("highlight")
                            .first())
                    .containsText("第十一条");
            screenshot(page, Screen.PC, "assistant-citation");
        }
    }

    @Test
    @Order(2)
    void refusesWhatTheKnowledgeBaseCannotAnswer() {
        try (BrowserContext context = context(Screen.PC)) {
            Page page = signedIn(context, Screen.PC);
            page.navigate(address("/"));
            page.getByTestId("composer").fill("昨天的足球比赛谁赢了？");
            page.getByTestId("send").click();
            assertThat(page.getByTestId("answer").last())
                    .containsText("没有找到", new ContainsTextOptions().setTimeout(20_000));
            assertThat(page.getByTestId("answer").last().getByTestId("citation"))
                    .hasCount(0);
            screenshot(page, Screen.PC, "assistant-refusal");
        }
    }

    @Test
    @Order(3)
    void saysWhyAFileIsRefused() throws Exception {
        Path empty = Files.createFile(data.resolve("空文件.md"));
        try (BrowserContext context = context(Screen.PC)) {
            Page page = signedIn(context, Screen.PC);
            openKnowledgeBase(page);
            page.getByTestId("file-input").first().setInputFiles(empty);
            assertThat(page.getByText(Pattern.compile("空")).first()).isVisible();
            page.waitForTimeout(1500);
            screenshot(page, Screen.PC, "knowledge-refused");
        }
    }

    @Test
    @Order(4)
    void worksOnAPhone() {
        try (BrowserContext context = context(Screen.PHONE)) {
            Page page = signedIn(context, Screen.PHONE);
            page.navigate(address("/"));
            screenshot(page, Screen.PHONE, "assistant-empty");
            ask(page);
            screenshot(page, Screen.PHONE, "assistant-answer");
            page.getByTestId("citation").first().click();
            assertThat(page.getByTestId("evidence-pane")
                            .getByTestId("highlight")
                            .first())
                    .containsText("第十一条");
            screenshot(page, Screen.PHONE, "assistant-citation");
            openKnowledgeBase(page);
            assertThat(page.getByTestId("document-row").first()).isVisible();
            screenshot(page, Screen.PHONE, "knowledge-documents");
        }
    }

    @Test
    @Order(5)
    void answersOnTheWallScreen() {
        try (BrowserContext context = context(Screen.WALL)) {
            Page page = signedIn(context, Screen.WALL);
            page.navigate(address("/wall"));
            screenshot(page, Screen.WALL, "wall-empty");
            ask(page);
            screenshot(page, Screen.WALL, "wall-answer");
        }
    }

    private static void openKnowledgeBase(Page page) {
        page.navigate(address("/knowledge"));
        page.getByText("绿化法规（示例）").first().click();
    }

    private static void ask(Page page) {
        if (!page.url().contains("/wall") && page.getByTestId("composer").count() == 0) {
            page.navigate(address("/"));
        }
        page.getByTestId("composer").fill(QUESTION);
        page.getByTestId("send").click();
        assertThat(page.getByTestId("answer").last())
                .containsText("二百元以上五百元以下", new ContainsTextOptions().setTimeout(20_000));
        assertThat(page.getByTestId("mode-label").first()).containsText("离线摘录模式");
        assertThat(page.getByTestId("citation").first()).isVisible();
    }

    private static BrowserContext context(Screen screen) {
        return browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setLocale("zh-CN"));
    }

    private static Page signedIn(BrowserContext context, Screen screen) {
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.navigate(address("/"));
        page.getByTestId("username").waitFor();
        screenshot(page, screen, "sign-in");
        page.getByTestId("username").fill("admin");
        page.getByTestId("password").fill(password);
        page.getByTestId("sign-in").click();
        page.getByTestId("composer").first().waitFor();
        return page;
    }

    private static void screenshot(Page page, Screen screen, String name) {
        page.waitForTimeout(Duration.ofMillis(400).toMillis());
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(screen.name() + "-" + name + ".png")));
    }

    private static String address(String path) {
        return "http://localhost:" + application.port() + path;
    }

    private static Path[] examples() throws IOException {
        try (Stream<Path> files = Files.list(Examples.FOLDER)) {
            return files.sorted().toArray(Path[]::new);
        }
    }
}
