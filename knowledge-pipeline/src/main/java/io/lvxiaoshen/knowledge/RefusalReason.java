package io.lvxiaoshen.knowledge;

import org.springframework.http.HttpStatus;

/** Why a file cannot be used as it is. Every reason tells the person who brought the file what to do next. */
public enum RefusalReason {
    /** No bytes at all. */
    EMPTY_FILE("file-empty", "文件是空的（0 字节）。", "请确认文件已完整保存或下载，再重新上传。"),
    /** The name has nothing left once path and control characters are taken away. */
    UNUSABLE_NAME("file-name-unusable", "文件名无法使用：%s。", "请把文件改成普通的名称（不含路径、控制字符，不超过 200 个字符）后重新上传。"),
    /** More bytes than allowed. */
    FILE_TOO_LARGE("file-too-large", "文件超过 %s 的上限。", "请拆成较小的文件后重新上传，或请管理员调高上限。"),
    /** More text than allowed. */
    TEXT_TOO_LONG("file-text-too-long", "文件中的文字超过 %s 字的上限。", "请按章节拆成几个文件后重新上传。"),
    /** Neither a known format nor one with text. */
    UNSUPPORTED_TYPE(
            "file-type-unsupported", "不支持这种文件：%s。", "请上传含有文字的文档，如 .docx、.pdf、.md、.txt、.html；压缩包请先解压，图片和录音目前不能识别。"),
    /** The content contradicts the name. */
    WRONG_EXTENSION("file-extension-wrong", "文件名与内容不符：%s。", "请用原来的软件重新导出，或改成正确的扩展名后重新上传。"),
    /** Only a password opens it. */
    ENCRYPTED("file-encrypted", "文件已加密，没有密码无法读取。", "请先取消密码保护，另存后重新上传。"),
    /** The format's own reader cannot make sense of it. */
    DAMAGED("file-damaged", "文件已损坏，无法读取：%s。", "请用原来的软件打开检查，另存后重新上传。"),
    /** It opens, and there is no text in it. */
    NO_TEXT("file-without-text", "文件中没有可读取的文字%s。", "如果是扫描件或图片，需要文字识别（OCR），目前还不支持；请上传带文字的版本。"),
    /** The bytes are text in no encoding that can be told. */
    UNKNOWN_ENCODING("file-encoding-unknown", "文字编码无法识别：%s。", "请用文本编辑器打开，确认内容无误后另存为 UTF-8 编码，再重新上传。"),
    /** A small file that unpacks to a huge one. */
    INFLATES_TOO_MUCH("file-inflates-too-much", "文件解压后异常庞大，可能是压缩炸弹，已停止读取。", "请确认文件来源可靠；如果是正常文件，请拆分后重新上传。"),
    /** Nested or built in a way that exhausts the reader. */
    TOO_COMPLEX("file-too-complex", "文件结构过于复杂，无法在安全限度内读取。", "请用原来的软件另存为较简单的格式（如 .docx 或 .txt）后重新上传。"),
    /** Not read within the time allowed. */
    TIMED_OUT("file-timed-out", "读取超过 %s 秒仍未完成，已停止。", "请拆成较小的文件，或另存为较简单的格式后重新上传。"),
    /** The same content is already in the knowledge base. */
    DUPLICATE("file-duplicate", "知识库中已有内容完全相同的文件「%s」。", "不需要重复上传；如要替换，请先删除原有文件。");

    private final String code;
    private final String message;
    private final String hint;

    RefusalReason(String code, String message, String hint) {
        this.code = code;
        this.message = message;
        this.hint = hint;
    }

    /** The stable name for programs, such as {@code file-encrypted}. */
    public String code() {
        return code;
    }

    /** What happened, in Chinese, with {@code detail} where the reason has a place for it. */
    public String message(String detail) {
        return message.formatted(detail);
    }

    /** What to do next, in Chinese. */
    public String hint() {
        return hint;
    }

    HttpStatus status() {
        return switch (this) {
            case DUPLICATE -> HttpStatus.CONFLICT;
            case FILE_TOO_LARGE, TEXT_TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
