package io.lvxiaoshen.rag.index;

/** Names of the index's fields. */
final class Fields {
    /** On every Lucene document: the id of the product's document that it belongs to. */
    static final String DOCUMENT = "document";

    /** On the one marker of each document: its revision. A marker is found by nothing else. */
    static final String REVISION = "revision";

    static final String KNOWLEDGE_BASE = "knowledgeBase";
    static final String CHUNK = "chunk";
    static final String ORDINAL = "ordinal";

    /** The document's title: stored, and as a sorted value for named articles. */
    static final String TITLE = "title";

    static final String HEADINGS = "headings";
    static final String ARTICLE_KEY = "articleKey";
    static final String ARTICLE_LABEL = "articleLabel";

    /** Title, headings and passage as one text: what keywords are looked up in. */
    static final String TEXT = "text";

    /** The passage alone, as it is cited. */
    static final String BODY = "body";

    static final String START = "start";
    static final String END = "end";
    static final String VECTOR = "vector";

    private Fields() {}
}
