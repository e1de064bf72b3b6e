package io.lvxiaoshen.knowledge.parse;

import java.util.Map;
import org.apache.tika.mime.MediaType;

/** What media types are called in front of people. */
final class FormatNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/pdf", "PDF 文档"),
            Map.entry("application/msword", "Word 文档（.doc）"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档（.docx）"),
            Map.entry("application/vnd.ms-excel", "Excel 表格（.xls）"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 表格（.xlsx）"),
            Map.entry("application/vnd.ms-powerpoint", "PowerPoint 演示文稿（.ppt）"),
            Map.entry(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "PowerPoint 演示文稿（.pptx）"),
            Map.entry("application/rtf", "RTF 文档"),
            Map.entry("application/zip", "ZIP 压缩包"),
            Map.entry("application/gzip", "GZIP 压缩包"),
            Map.entry("application/x-rar-compressed", "RAR 压缩包"),
            Map.entry("application/x-7z-compressed", "7-Zip 压缩包"),
            Map.entry("application/x-tar", "TAR 归档"),
            Map.entry("application/x-msdownload", "Windows 可执行程序"),
            Map.entry("application/x-dosexec", "Windows 可执行程序"),
            Map.entry("application/x-executable", "Linux 可执行程序"),
            Map.entry("application/x-elf", "Linux 可执行程序"),
            Map.entry("application/x-sharedlib", "Linux 程序库"),
            Map.entry("application/octet-stream", "无法识别的二进制数据"),
            Map.entry("application/xml", "XML 文件"),
            Map.entry("text/html", "HTML 网页"),
            Map.entry("text/plain", "纯文本"),
            Map.entry("message/rfc822", "电子邮件"));
    private static final Map<String, String> KINDS =
            Map.of("image", "图片", "audio", "音频", "video", "视频", "font", "字体", "model", "三维模型");

    private FormatNames() {}

    /** Returns the Chinese name of {@code type}, or the type itself where there is none. */
    static String of(MediaType type) {
        MediaType base = type.getBaseType();
        String name = NAMES.get(base.toString());
        if (name == null && KINDS.containsKey(base.getType())) {
            name = KINDS.get(base.getType()) + "（" + base + "）";
        }
        return name == null ? base.toString() : name;
    }
}
