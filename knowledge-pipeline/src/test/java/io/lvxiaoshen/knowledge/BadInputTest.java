package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lvxiaoshen.knowledge.Browser.FilePart;
import io.lvxiaoshen.platform.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each bad file ends in a clear message at that file, disturbs no other, and leaves nothing behind. */
class BadInputTest extends KnowledgeTest {
    private static final byte[] GOOD = Samples.text(Samples.STATUTE);

    private String base = "";

    @BeforeEach
    void createKnowledgeBase() throws Exception {
        base = browser.createKnowledgeBase();
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(refusedAtOnce(new FilePart("空.txt", new byte[0]))).contains("file-empty", "0 字节");
    }

    @Test
    void refusesATextOf200Megabytes() throws Exception {
        byte[] block = Samples.text("绿化".repeat(1 << 16));
        InputStream huge = new SequenceInputStream(
                Collections.enumeration(Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                        .limit((200 << 20) / block.length + 1)
                        .toList()));
        assertThat(refusedAtOnce(new FilePart("巨大.txt", huge))).contains("file-too-large", "8 MiB");
    }

    @Test
    void refusesANameOfNothingButAPath() throws Exception {
        assertThat(refusedAtOnce(new FilePart("../../", GOOD))).contains("file-name-unusable");
    }

    @Test
    void storesAFileUnderTheLastPartOfItsName() throws Exception {
        JsonNode item = browser.upload(base, "../../etc/办法.md", GOOD);
        assertThat(item.get("document").get("name").asString()).isEqualTo("办法.md");
        assertThat(browser.awaitEnd(item.get("document").get("id").asString())
                        .get("stage")
                        .asString())
                .isEqualTo("SEARCHABLE");
    }

    @Test
    void refusesTheSameContentTwiceAndNamesTheFirst() throws Exception {
        browser.upload(base, "甲.md", GOOD);
        JsonNode second = browser.upload(base, "乙.md", GOOD);
        assertThat(second.get("document").isNull()).isTrue();
        assertThat(second.get("problem").toString()).contains("file-duplicate", "甲.md");
    }

    @Test
    void rejectsAPdfWithoutPages() throws Exception {
        assertThat(rejected("空白.pdf", Samples.pdf(0))).contains("没有任何页面");
    }

    @Test
    void rejectsAnEncryptedPdf() throws Exception {
        assertThat(rejected("加密.pdf", Samples.encryptedPdf())).contains("已加密", "取消密码保护");
    }

    @Test
    void rejectsAnEncryptedDocx() throws Exception {
        assertThat(rejected("加密.docx", Samples.encryptedDocx())).contains("已加密");
    }

    @Test
    void rejectsAPdfCalledDocx() throws Exception {
        assertThat(rejected("其实是.docx", Samples.pdf(1, "text"))).contains(".docx", "PDF 文档");
    }

    @Test
    void rejectsAZipBomb() throws Exception {
        assertThat(rejected("炸弹.docx", Samples.docxBomb(600))).contains("压缩炸弹");
    }

    @Test
    void rejectsInvalidUtf8() throws Exception {
        byte[] broken = Samples.text("第一条 绿地应当养护。第二条 违者处罚。");
        broken[10] = (byte) 0xFF;
        assertThat(rejected("坏编码.txt", broken)).contains("UTF-8", "无效字符");
    }

    /** The file is refused in the answer to the upload; the good file beside it is taken. */
    private String refusedAtOnce(FilePart bad) throws Exception {
        int before = storedObjects().size();
        JsonNode items = browser.upload(base, List.of(bad, new FilePart("好.md", GOOD)));
        assertThat(items.get(0).get("document").isNull()).isTrue();
        assertThat(items.get(0).get("problem").get("hint").asString()).isNotBlank();
        JsonNode good = browser.awaitEnd(items.get(1).get("document").get("id").asString());
        assertThat(good.get("stage").asString()).isEqualTo("SEARCHABLE");
        assertThat(browser.json("/api/knowledge-bases/" + base + "/documents").get("items"))
                .hasSize(1);
        assertThat(storedObjects().size()).isLessThanOrEqualTo(before + 1);
        return items.get(0).get("problem").toString();
    }

    /** The file is refused once it is read; the good file beside it becomes searchable. */
    private String rejected(String name, byte[] content) throws Exception {
        JsonNode items = browser.upload(base, List.of(new FilePart(name, content), new FilePart("好.md", GOOD)));
        JsonNode bad = browser.awaitEnd(items.get(0).get("document").get("id").asString());
        JsonNode good = browser.awaitEnd(items.get(1).get("document").get("id").asString());
        assertThat(bad.get("stage").asString()).isEqualTo("REJECTED");
        assertThat(good.get("stage").asString()).isEqualTo("SEARCHABLE");
        UUID id = UUID.fromString(bad.get("id").asString());
        assertThat(rows("element", id) + rows("chunk", id)).isZero();
        String digest = Sha256.of(content).hex();
        await().atMost(Duration.ofSeconds(20)).until(() -> !storedObjects().contains(digest));
        assertThat(filesBeingRead()).isEmpty();
        assertThat(browser.upload(base, name, content).get("problem").isNull())
                .as("a refused file may be brought again")
                .isTrue();
        return bad.get("reason").asString() + bad.get("hint").asString();
    }

    private int rows(String table, UUID documentId) {
        return jdbc.sql("select count(*) from knowledge." + table + " where document_id = :id")
                .param("id", documentId)
                .query(Integer.class)
                .single();
    }
}
