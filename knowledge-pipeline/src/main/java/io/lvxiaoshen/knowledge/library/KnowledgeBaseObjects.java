package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.platform.permission.Coverage;
import io.lvxiaoshen.platform.permission.ObjectRef;
import io.lvxiaoshen.platform.permission.ObjectType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knowledge bases and their documents, as permissions see them: a document is a part of its knowledge base. */
@Configuration(proxyBeanMethods = false)
class KnowledgeBaseObjects {

    @Bean
    ObjectType knowledgeBaseType(JdbcClient jdbc, KnowledgeBases knowledgeBases) {
        return new Seen(
                KnowledgeBases.TYPE,
                "知识库",
                jdbc,
                "select id, owner from knowledge.knowledge_base where id = ?",
                knowledgeBases);
    }

    @Bean
    ObjectType documentType(JdbcClient jdbc, KnowledgeBases knowledgeBases) {
        return new Seen(
                "document",
                "文件",
                jdbc,
                "select b.id, b.owner from knowledge.document d"
                        + " join knowledge.knowledge_base b on b.id = d.knowledge_base_id where d.id = ?",
                knowledgeBases);
    }

    /**
     * One of the two.
     *
     * @param find gives id and owner of the knowledge base for the id of the object
     */
    private record Seen(String name, String label, JdbcClient jdbc, String find, KnowledgeBases knowledgeBases)
            implements ObjectType {

        @Override
        public boolean secret() {
            return true;
        }

        @Override
        public Optional<ObjectRef> find(UUID id) {
            return jdbc.sql(find)
                    .param(id)
                    .query((row, number) -> {
                        @Nullable UUID owner = row.getObject("owner", UUID.class);
                        return new ObjectRef(KnowledgeBases.TYPE, row.getObject("id", UUID.class), owner, null);
                    })
                    .optional();
        }

        /** What is listed by coverage are knowledge bases, never single documents. */
        @Override
        public Set<UUID> covered(Coverage coverage) {
            return name.equals(KnowledgeBases.TYPE) ? knowledgeBases.covered(coverage) : Set.of();
        }
    }
}
