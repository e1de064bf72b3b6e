package io.lvxiaoshen.rag.indexing;

import io.lvxiaoshen.platform.event.DocumentIndexed;
import io.lvxiaoshen.platform.event.DocumentIndexingFailed;
import io.lvxiaoshen.platform.event.DocumentIndexingProgressed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everything that retrieval said, in order. */
@Component
class HeardEvents {
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @EventListener({DocumentIndexed.class, DocumentIndexingFailed.class, DocumentIndexingProgressed.class})
    void on(Object event) {
        heard.add(event);
    }

    <T> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
