package io.lvxiaoshen.agent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to the model service that can be ended from outside. Closing the response is the only way to free the
 * thread that reads it when the service falls silent, and LangChain4j hands out its own handle only with the first piece
 * of text.
 */
final class ModelCall implements HttpClient {
    private static final long LONGEST_RESPONSE = 16 * 1024 * 1024;

    private final HttpClient client;
    private @Nullable InputStream response;
    private boolean ended;

    ModelCall(HttpClient client) {
        this.client = client;
    }

    /** Ends the request; what has not arrived by then never does. */
    synchronized void end() {
        ended = true;
        if (response != null) {
            try {
                response.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized boolean begin(InputStream stream) {
        response = stream;
        return !ended;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return client.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.execute(
                request,
                (stream, events) -> {
                    if (begin(stream)) {
                        parser.parse(new BoundedStream(stream, LONGEST_RESPONSE), events);
                    }
                },
                listener);
    }

    /** Lets LangChain4j build its model on this call. Time-outs were set on the client itself. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public @Nullable Duration connectTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration timeout) {
                return this;
            }

            @Override
            public @Nullable Duration readTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration timeout) {
                return this;
            }

            @Override
            public HttpClient build() {
                return ModelCall.this;
            }
        };
    }
}
