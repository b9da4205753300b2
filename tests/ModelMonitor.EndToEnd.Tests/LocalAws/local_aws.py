"""A local AWS for the end-to-end tests: moto's server, whose Step Functions execute and whose functions run.

usage: python3 local_aws.py

Prints one line of JSON with the addresses of AWS and of the control endpoint, serves on the loopback interface, and
ends when its standard input does: it cannot outlive the process that started it.
"""
import json
import logging
import os
import sys
import threading

from werkzeug.serving import WSGIRequestHandler, make_server


class QuietHandler(WSGIRequestHandler):
    """Keeps connections, sends at once, logs nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log(self, *_):
        pass


def main():
    # moto reads its own address while it is imported, and is therefore imported after the port is known.
    gate = {}
    server = make_server(
        "127.0.0.1", 0, lambda environ, start: gate["application"](environ, start), threaded=True, request_handler=QuietHandler)
    server.daemon_threads = True
    os.environ.update(
        MOTO_PORT=str(server.server_port), AWS_ACCESS_KEY_ID="local", AWS_SECRET_ACCESS_KEY="local", AWS_DEFAULT_REGION="us-east-1")

    from functions import Functions
    import adaptations
    functions = Functions()
    functions.endpoint = f"http://localhost:{server.server_port}"
    adaptations.apply(functions, server.server_port)

    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from control import Control
    from request_watch import RequestWatch
    watch = RequestWatch(adaptations.ConditionalWrites(DomainDispatcherApplication(create_backend_app)), functions)
    gate["application"] = watch
    control = Control(functions, watch)

    logging.disable(logging.WARNING)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"aws": functions.endpoint, "control": control.address}), flush=True)
    try:
        sys.stdin.buffer.read()
    finally:
        functions.close()
        os._exit(0)


if __name__ == "__main__":
    main()
