//! Real logs, in the layouts of those who wrote them, with facts that their messages tell.

use std::path::Path;

use decent::clock::graph::{order, sort};
use decent::clock::log::Log;
use decent::clock::read::{Format, Layout, read};
use decent::clock::vector::Order;
use decent::clock::verify::verify;
use decent::error::slug;
use decent::watch::Deaf;

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/clock");
    std::fs::read(folder.join(name)).unwrap()
}

/// A log without faults, how it is laid out, and its messages as pairs of sender and receiver.
fn sound(bytes: &[u8], format: &Format) -> (Log<'static>, Layout, Vec<(String, String)>) {
    let mut log = Log::default();
    let seen = read(bytes.to_vec().into(), format, &mut log, &Deaf).unwrap();
    let mut found = Vec::new();
    let outcome = verify(&mut log, 10, &Deaf, &mut |_, finding| found.push(finding)).unwrap();
    assert!(found.is_empty(), "{found:?}");
    let sorted = sort(&log, &outcome.graph);
    let mut messages = Vec::new();
    for event in sorted.events {
        let causes = outcome.graph.causes(event).iter();
        messages.extend(causes.map(|cause| (log.name(*cause), log.name(event))));
    }
    (log, seen.layout, messages)
}

fn pairs(messages: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = messages
        .iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
    owned.collect()
}

#[test]
fn calls_of_a_client() {
    let (log, layout, mut messages) = sound(&file("rpc.log"), &Format::Any);
    assert_eq!((layout, log.len()), (Layout::HostFirst, 10));
    messages.sort();
    // The calls are made at 2 and 4, the answers sent at 3 and 5.
    let told = [
        ("client:2", "server:2"),
        ("client:4", "server:4"),
        ("server:3", "client:3"),
        ("server:5", "client:5"),
    ];
    assert_eq!(messages, pairs(&told));
    let of = |name: &str| log.named(name).unwrap();
    assert_eq!(
        order(&log, of("client:1"), of("server:1")),
        Order::Concurrent
    );
    assert_eq!(order(&log, of("server:5"), of("client:2")), Order::After);
    assert_eq!(&*log.text(of("client:2")), b"Making RPC call");
}

#[test]
fn a_broadcast_of_actors() {
    let (log, layout, messages) = sound(&file("broadcast.log"), &Format::Any);
    assert_eq!(
        (layout, log.len(), log.hosts().len()),
        (Layout::OneLine, 39, 3)
    );
    // Whoever says `Received .. from X` has a message from X, at which X says `Sending .. to` it.
    let mut received = 0;
    for at in log.all() {
        let text = String::from_utf8(log.text(at).into_owned()).unwrap();
        let Some(what) = text.strip_prefix("Received ") else {
            continue;
        };
        let (what, from) = what.rsplit_once(" from ").unwrap();
        let name = log.name(at);
        let of: Vec<_> = messages.iter().filter(|(_, to)| *to == name).collect();
        let [(sender, _)] = of.as_slice() else {
            panic!("{name} received {of:?}")
        };
        assert!(sender.starts_with(from));
        let said = log.text(log.named(sender).unwrap()).into_owned();
        let said = String::from_utf8(said).unwrap();
        let host = log.host(log.event(at).host);
        assert_eq!(said, format!("Sending {what} to {host}"));
        received += 1;
    }
    assert_eq!((received, messages.len()), (16, 16));
}

#[test]
fn threads_with_times() {
    for format in [Format::TsViz, Format::Any] {
        let (log, layout, messages) = sound(&file("threads.log"), &format);
        assert_eq!((layout, log.len()), (Layout::EventFirst, 21));
        assert_eq!(messages, pairs(&[("thread5:3", "thread3:7")]));
        let first = log.named("thread3:1").unwrap();
        assert_eq!(log.event(first).time, Some(256_824_314_877_178));
        assert!(log.text(first).starts_with(b"Read 6 from"));
    }
}

/// One run in every layout gives the same events.
#[test]
fn layouts_agree() {
    let layouts: [(&str, Layout); 6] = [
        (
            "a {\"a\":1}\nx y\nb {\"a\":1, \"b\" : 1}\nz\n",
            Layout::HostFirst,
        ),
        (
            "x y\na {\"a\":1}\n\nz\nb {\"b\":1,\"a\":1} \n",
            Layout::EventFirst,
        ),
        ("a {\"a\":1} x y\nb {\"a\":1,\"b\":1} z", Layout::OneLine),
        (
            "{\"host\":\"a\",\"clock\":{\"a\":1},\"event\":\"x y\"}\n{\"event\":\"z\",\"host\":\"b\",\"clock\":{\"a\":1,\"b\":1,\"c\":0},\"level\":[3]}",
            Layout::JsonLines,
        ),
        (
            "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)\n\na {\"a\":1}\nx y\r\nb {\"a\":1,\"b\":1}\r\nz\r\n",
            Layout::HostFirst,
        ),
        (
            "\\[(?<host>\\w+)\\] (?<event>.*) (?<clock>{.*})\n\n[a] x y {\"a\":1}\nnoise\n[b] z {\"a\":1,\"b\":1}\n",
            Layout::Expression,
        ),
    ];
    for (text, wanted) in layouts {
        let (log, layout, messages) = sound(text.as_bytes(), &Format::Any);
        assert_eq!(layout, wanted, "{text}");
        assert_eq!(messages, pairs(&[("a:1", "b:1")]), "{text}");
        assert_eq!(
            (&*log.text(0), &*log.text(1)),
            (&b"x y"[..], &b"z"[..]),
            "{text}"
        );
    }
    let stamped = b"17 a {\"a\":1}\nx\n18 b {\"a\":1,\"b\":1}\nz\n";
    let (log, _, _) = sound(stamped, &Format::GoVector);
    assert_eq!((log.event(0).time, log.event(1).time), (Some(17), Some(18)));
}

#[test]
fn what_is_no_log_is_refused_with_its_line() {
    for (text, line) in [
        ("a {\"a\":1}\nx\nb\ny\n", 3),
        ("a {\"a\":1}\nx\nb {\"a\":1,\"a\":2,\"b\":1}\ny\n", 3),
        ("a {\"a\":1}\nx\nb {\"b\":-1}\ny\n", 3),
        ("a {\"a\":1}\nx\nb {\"b\":1}\n", 3),
        ("x\na {\"a\":1}\ny\n", 3),
        ("a {\"a\":1} x\nb {\"b\":1\n", 2),
        ("{\"host\":\"a\"}\n", 1),
        ("{\"host\":\"a\",\"clock\":{\"a\":1},\"time\":1.5}\n", 1),
        ("{\"host\":\"a\",\"clock\":{\"a\":4294967295}}\n", 1),
    ] {
        let mut log = Log::default();
        let error = read(text.as_bytes().into(), &Format::Any, &mut log, &Deaf).unwrap_err();
        let place = error.to_string();
        assert!(
            place.starts_with(&format!("line {line}")),
            "{text}: {place}"
        );
        assert!(
            [slug::NOT_A_LOG, slug::NOT_A_CLOCK].contains(&error.slug),
            "{text}"
        );
    }
    let empty = read(
        b"\n\n".as_slice().into(),
        &Format::Any,
        &mut Log::default(),
        &Deaf,
    );
    assert_eq!(empty.unwrap_err().slug, slug::NOT_A_LOG);
}
