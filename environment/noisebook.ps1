# Builds Noisebook when needed and runs it; noisebook.cmd calls it. Nobody has run it yet.
$root = Split-Path -Parent $PSScriptRoot
$java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\java.exe' } else { 'java' }
$libraries = Join-Path $root 'target\classpath'
$stamp = Join-Path $root 'target\launcher-built' # holds the build's options
function Get-Stamp { if (Test-Path $stamp) { "$(Get-Content -Raw $stamp)".Trim() } else { '' } }
# The CPU build hides a GPU: whoever asks for one gets the build without it, and keeps it.
$flavour = if ($env:NOISEBOOK_DEVICE -eq 'gpu') { '-Dgpu' } else { Get-Stamp }
$changed = (Get-ChildItem -Recurse -File (Join-Path $root 'src\main'), (Join-Path $root 'pom.xml') | Measure-Object -Maximum LastWriteTime).Maximum
$isBuilt = (Test-Path $stamp) -and (Test-Path $libraries) -and ((Get-Stamp) -eq $flavour) -and ((Get-Item $stamp).LastWriteTime -ge $changed)
if (-not $isBuilt) {
    Write-Host "noisebook: building $root (the first time this also fetches the libraries and takes minutes)"
    $begun = Get-Date
    $options = @('-q', '-B', '-Dfast', '-Dmaven.test.skip=true') + @($flavour | Where-Object { $_ })
    Push-Location $root
    & .\mvnw.cmd @options package
    $status = $LASTEXITCODE
    Pop-Location
    if ($status -ne 0) { exit $status }
    Set-Content -NoNewline $stamp $flavour
    (Get-Item $stamp).LastWriteTime = $begun
}
$jar = Get-ChildItem (Join-Path $root 'target\noisebook-*.jar') | Select-Object -First 1
# In the environment: a command line on Windows may be too short for all libraries.
$env:CLASSPATH = $jar.FullName + ';' + (Get-Content -Raw $libraries).Trim()
$options = @(-split "$env:NOISEBOOK_JAVA_OPTS" | Where-Object { $_ })
& $java -Xms48m -Xmx1500m '-XX:+UseSerialGC' '-XX:MaxDirectMemorySize=500m' --enable-native-access=ALL-UNNAMED '--add-opens=java.base/java.util=ALL-UNNAMED' `
    '-Djava.awt.headless=true' '-Dfile.encoding=UTF-8' '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn' "-Dnoisebook.home=$root" `
    @options noisebook.cli.Main @args
exit $LASTEXITCODE
