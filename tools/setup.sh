#!/bin/sh
# Makes .venv ready: `sh tools/setup.sh run` for the program, `sh tools/setup.sh test` with the
# tools of a developer too; either adds simpleaudio where it can be built. Used by the Makefile and
# by CI. Quick when there is nothing to do.
# PYTHON names the Python to use; without it the first of python3, python3.14 … python3.11 that is
# new enough is taken.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-run}
wanted=${PYTHON:-}
venv=.venv
log=$venv/setup.log
stamp=$venv/ready-$kind
optional=$venv/simpleaudio

case $kind in
run) what=. ;;
test) what='.[dev]' ;;
*)
    echo "usage: sh tools/setup.sh [run|test]" >&2
    exit 2
    ;;
esac

stop() {
    echo "$*" >&2
    exit 1
}

begins="Setting up, once: about a minute…"
said=
say() {
    [ -n "$said" ] || echo "$*" >&2
    said=yes
}

# "3.11" and so on; nothing when it cannot be run, which is also so for a version manager's stub.
version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Where a Python really lives: the same for it and for a .venv made from it.
home_of() {
    "$1" -c 'import sys; print(sys.base_prefix, sys.version)' 2>/dev/null
}

find_python() {
    install="install Python 3.11 or newer (Debian, Ubuntu: apt install python3 python3-venv;"
    install="$install Fedora: dnf install python3; macOS: brew install python)"
    if [ -n "$wanted" ]; then
        new_enough "$wanted" && python=$wanted && return
        found=$(version_of "$wanted")
        [ -n "$found" ] || stop "PYTHON=$wanted cannot be run: name a Python 3.11 or newer."
        stop "PYTHON=$wanted is Python $found and Relax Coach needs 3.11 or newer: name a newer one."
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        new_enough "$python" && return
    done
    found=$(version_of python3)
    [ -n "$found" ] || stop "python3 is missing: $install."
    stop "python3 is Python $found and Relax Coach needs 3.11 or newer: $install, or name one: PYTHON=…"
}

make_venv() {
    find_python
    "$python" -c 'import ensurepip, venv' 2>/dev/null || stop \
        "$python has no venv module: install it (Debian, Ubuntu: apt install python3-venv) or name another Python: PYTHON=…"
    say "$begins"
    "$python" -m venv --clear "$venv" >"$venv.log" 2>&1 || {
        tail -n 5 "$venv.log" >&2
        stop "$python could not make the folder $venv: is there room, and may you write here?"
    }
    rm -f "$venv.log"
}

# Made from the Python that is asked for, if one is.
is_wanted() {
    [ -z "$wanted" ] || [ "$(home_of "$wanted")" = "$(home_of "$venv/bin/python")" ]
}

has_pip() {
    new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

install_program() {
    if [ "$(cat "$venv/place" 2>/dev/null || echo "$here")" != "$here" ] || ! is_wanted || ! has_pip; then
        make_venv
    fi
    printf '%s\n' "$here" >"$venv/place"

    say "$begins"
    rm -f "$venv"/ready-*
    PIP_USER=0 "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
        -e "$what" >"$log" 2>&1 || {
        grep 'ERROR: ' "$log" | tail -n 3 >&2 || true
        stop "pip could not install what Relax Coach needs (above is why, $log has it all): is there a network? Then run the same command again."
    }
    [ "$kind" = run ] || printf '%s\n' "$now" >"$venv/ready-run"
    printf '%s\n' "$now" >"$stamp"
}

# Which of the things that simpleaudio is built with stand at their usual places. Asked at every
# start, so it starts no program; a pattern that fits nothing stays as it is written.
building_tools() {
    echo "$(command -v cc)" /usr/include/alsa/asoundlib.[h] /usr/include/python3*/Python.[h] \
        /Library/Developer/CommandLineTool[s]
}

of_python() {
    "$venv/bin/python" -c "import sysconfig; print(sysconfig.$1)"
}

# Whether the compiler that pip will call finds the headers.
can_build() {
    if [ "$(uname)" = Darwin ]; then
        # There a compiler that is called without its tools opens a window.
        xcode-select -p
        return
    fi
    compiler=${CC:-$(of_python 'get_config_var("CC")')}
    # Not quoted: it may be a command with options.
    printf '#include <Python.h>\n#include <alsa/asoundlib.h>\n' |
        $compiler -fsyntax-only -I"$(of_python 'get_path("include")')" -x c -
}

# What the extra asks for. By its name from pyproject.toml: the program itself stays as it is.
extra() {
    "$venv/bin/python" -c '
import tomllib
with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["project"]["optional-dependencies"]["simpleaudio"])'
}

# The second way to a sound card. It must be compiled, and the program does without it: nothing
# here ends the set-up, and what did not work is tried again only when a tool comes or goes.
add_simpleaudio() {
    tried="$now without $(building_tools)"
    case $(cat "$optional" 2>/dev/null) in
    "$now" | "$tried") return ;;
    esac
    needs="a C compiler and the headers of Python and ALSA (Debian, Ubuntu: apt install gcc"
    needs="$needs python3-dev libasound2-dev; Fedora: dnf install gcc python3-devel alsa-lib-devel;"
    needs="$needs macOS: xcode-select --install)"
    left_out="simpleaudio (optional) is left out:"
    if "$venv/bin/python" -c 'import simpleaudio' 2>/dev/null; then
        tried=$now
    elif ! can_build >>"$log" 2>&1; then
        echo "$left_out building it needs $needs." >&2
    else
        say "Adding simpleaudio, once: some seconds…"
        # Not quoted: it may be several.
        if PIP_USER=0 "$venv/bin/python" -m pip install --no-input --disable-pip-version-check \
            $(extra) >>"$log" 2>&1; then
            tried=$now
        else
            echo "$left_out pip could not build it, and $log says why. It needs a network, $needs. To try again: $venv/bin/pip install simpleaudio" >&2
        fi
    fi
    printf '%s\n' "$tried" >"$optional"
}

# What the set-up was made for. The programs in a .venv hold its address, so a folder that was
# moved or copied gets a new one.
here=$(pwd -P)
now="$(cksum <pyproject.toml) $here"

if [ ! -x "$venv/bin/python" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || ! is_wanted; then
    install_program
fi
add_simpleaudio
