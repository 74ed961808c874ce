"""Firefox, driven by Marionette, its own protocol: what geckodriver speaks to it, without geckodriver.

Playwright needs a Firefox of its own make, and Debian has no geckodriver; Marionette is JSON over a socket.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds until Firefox has started, and for any one command
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "ui.prefersReducedMotion": 1,
}
ERRORS = """return Services.console.getMessageArray().filter((m) => m instanceof Ci.nsIScriptError)
    .filter((m) => m.sourceName.startsWith("file:") || m.category.includes("CSP")).map((m) => m.errorMessage);"""


class Firefox:
    """A headless Firefox with one window; raises RuntimeError when a command fails."""

    def __init__(self, program: str, profile: Path) -> None:
        port = _free_port()
        preferences = {**PREFERENCES, "marionette.port": port}
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in preferences.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        arguments = [
            "--headless",
            "--marionette",
            "--no-remote",
            "--remote-allow-system-access",
            "--width=1280",
            "--height=900",
        ]
        self._process = subprocess.Popen(
            [program, *arguments, "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        self._socket = _connected(port)
        self._answer()  # it says hello
        self.ask("WebDriver:NewSession")

    def ask(self, command: str, **parameters: Any) -> Any:
        """Send a WebDriver command and return its value."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._answer()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value", result)

    def run(self, script: str) -> Any:
        """Return what a script in the page returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])

    def element(self, selector: str) -> str:
        """Return the first element that a CSS selector finds."""
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(next(iter(found.values())))

    def click(self, selector: str) -> None:
        """Click an element as a person does."""
        self.ask("WebDriver:ElementClick", id=self.element(selector))

    def type(self, selector: str, keys: str) -> None:
        """Type keys into an element."""
        self.ask("WebDriver:ElementSendKeys", id=self.element(selector), text=keys)

    def press(self, x: float, y: float) -> None:
        """Press and release the mouse at a point of the window."""
        move = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
        button = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        mouse = {"type": "pointer", "id": "mouse", "actions": [move, *button]}
        self.ask("WebDriver:PerformActions", actions=[mouse])

    def errors(self) -> list[str]:
        """Return what the console says about pages from files, violations of their policy among it."""
        self.ask("Marionette:SetContext", value="chrome")
        found: list[str] = self.run(ERRORS)
        self.ask("Marionette:SetContext", value="content")
        return found

    def close(self) -> None:
        """End Firefox."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    def _answer(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._received(1)
        return json.loads(self._received(int(size[:-1])))

    def _received(self, count: int) -> bytes:
        parts = b""
        while len(parts) < count:
            part = self._socket.recv(count - len(parts))
            if not part:
                raise RuntimeError("Firefox has closed the connection")
            parts += part
        return parts


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
