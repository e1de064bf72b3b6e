package io.lvxiaoshen.agent;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The agent runtime on the real platform, with a small regulation in place of the index. */
@SpringBootApplication(scanBasePackages = {"io.lvxiaoshen.platform", "io.lvxiaoshen.agent"})
public class AgentTestApplication {}
