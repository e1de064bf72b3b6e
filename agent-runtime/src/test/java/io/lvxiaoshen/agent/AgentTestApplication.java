package io.lvxiaoshen.agent;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The agent runtime on the real platform, with one small regulation to search. */
@SpringBootApplication(scanBasePackages = {"io.lvxiaoshen.platform", "io.lvxiaoshen.agent"})
public class AgentTestApplication {

    @Bean
    RegulationSearch evidenceSearch() {
        return RegulationSearch.shared();
    }
}
