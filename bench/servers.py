"""The two servers that are compared, each started on a free port and ended by its own process id."""

import http.client
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


class BenchError(Exception):
    """Something that the bench needs is missing or did not answer as it must."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_seconds(pid):
    """User and system time of a process and its children that live."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICK
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(cpu_seconds(int(child)) for child in children)


class Server:
    """A process that listens on 127.0.0.1:port; used as a context."""

    def __init__(self, name, command, port, log, environment=None):
        self.name = name
        self.command = command
        self.port = port
        self.log = log
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        """Starts it; `first_answer` holds the seconds until the first byte of a 200."""
        began = time.perf_counter()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, env=self.environment)
        while True:
            try:
                status = self.get("/")[0]
                break
            except OSError as error:
                if self.process.poll() is not None or time.perf_counter() - began > 30:
                    self.__exit__()
                    last = pathlib.Path(self.log).read_text(errors="replace")[-600:]
                    raise BenchError(f"{self.name} does not answer on port {self.port}: {last}") from error
                time.sleep(0.0005)
        self.first_answer = time.perf_counter() - began
        if status != 200:
            self.__exit__()
            raise BenchError(f"{self.name} answers / with {status}")
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def get(self, path, headers=None, connection=None):
        """Status, headers and the very bytes of the body, as they were sent."""
        connection = connection or self.connection()
        connection.request("GET", path, headers={"Accept-Encoding": "identity", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def cpu(self):
        return cpu_seconds(self.process.pid)

    def memory(self):
        """Resident bytes now and at most (VmRSS, VmHWM)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        return tuple(int(lines[key].split()[0]) * 1024 for key in ("VmRSS", "VmHWM"))


class Thaw(Server):
    def __init__(self, program, data, log, environment=None):
        port = free_port()
        command = [
            program, "serve", "--data", str(data), "--host", "127.0.0.1", "--port", str(port),
            "--base-url", f"http://127.0.0.1:{port}",
        ]
        super().__init__("thaw", command, port, log, environment)


# tcp_nopush off: with Debian's "on", large answers wait for 40 ms now and then, and the comparison would flatter us.
NGINX = """
{user}
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log error;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush off;
    open_file_cache max=10000 inactive=10m;
    open_file_cache_valid 10m;
    keepalive_requests 100000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ image/png png; }}
    default_type text/html;
    charset utf-8;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/pages;
        location = / {{ return 200; }}
    }}
    server {{
        listen 127.0.0.1:{gzip_port};
        root {folder}/pages;
        gzip_static on;
    }}
}}
"""


class Nginx(Server):
    """Serves static copies of pages: identity on `port`, with gzip_static on `gzip_port`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "pages").mkdir(parents=True)
        program = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
        if program is None:
            raise BenchError("nginx is missing; run scripts/bootstrap bench")
        self.gzip_port = free_port()
        port = free_port()
        # As root the workers would run as another user, who may not read the folder.
        user = f"user {pwd.getpwuid(os.getuid()).pw_name};" if os.getuid() == 0 else ""
        configuration = self.folder / "nginx.conf"
        configuration.write_text(
            NGINX.format(user=user, folder=self.folder, port=port, gzip_port=self.gzip_port))
        command = [program, "-p", str(self.folder), "-c", str(configuration), "-e", str(self.folder / "error.log")]
        super().__init__("nginx", command, port, self.folder / "nginx.log")

    def keep_file(self, name, body):
        """Writes the bytes that thaw sent, and returns the path under which nginx has them."""
        (self.folder / "pages" / name).write_bytes(body)
        return f"/{name}"

    def keep(self, name, identity, gzip):
        """The same for a page in both encodings."""
        kept = self.keep_file(name, identity)
        path = self.folder / "pages" / name
        compressed = path.with_name(path.name + ".gz")
        compressed.write_bytes(gzip)
        os.utime(compressed, ns=(path.stat().st_mtime_ns,) * 2)
        return kept
