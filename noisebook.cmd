@rem Runs Noisebook on Windows: noisebook --help. Nobody has run it yet.
@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0environment\noisebook.ps1" %*
@exit /b %ERRORLEVEL%
