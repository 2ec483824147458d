# Builds Noisebook when needed and runs it; noisebook.cmd calls it. Nobody has run it yet.
$root = Split-Path -Parent $PSScriptRoot
$java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\java.exe' } else { 'java' }
$libraries = Join-Path $root 'target\classpath'
if (-not (Test-Path $libraries)) {
    Write-Host "noisebook: building $root (the first time this also fetches the libraries and takes minutes)"
    Push-Location $root
    & .\mvnw.cmd -q -B -Dfast '-Dmaven.test.skip=true' package
    $built = $LASTEXITCODE
    Pop-Location
    if ($built -ne 0) { exit $built }
}
$jar = Get-ChildItem (Join-Path $root 'target\noisebook-*.jar') | Select-Object -First 1
# In the environment: a command line on Windows may be too short for all libraries.
$env:CLASSPATH = $jar.FullName + ';' + (Get-Content -Raw $libraries).Trim()
$options = @(-split "$env:NOISEBOOK_JAVA_OPTS" | Where-Object { $_ })
& $java -Xms48m -Xmx1500m '-XX:+UseSerialGC' '-XX:MaxDirectMemorySize=500m' --enable-native-access=ALL-UNNAMED '--add-opens=java.base/java.util=ALL-UNNAMED' `
    '-Djava.awt.headless=true' '-Dfile.encoding=UTF-8' '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn' "-Dnoisebook.home=$root" `
    @options noisebook.cli.Main @args
exit $LASTEXITCODE
