package io.lvxiaoshen.knowledge;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The knowledge pipeline on the real platform, with {@link TestIndex} in place of the search index. */
@SpringBootApplication(scanBasePackages = {"io.lvxiaoshen.platform", "io.lvxiaoshen.knowledge"})
public class KnowledgeTestApplication {}
