//! A disk that is full while a report goes on its way: the form keeps its text and says what to do, the database is whole.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::user::User;

/// A small file system of its own; `None` where mounting is not allowed, as in most containers of other people.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mounted_on(folder: &'a Path) -> Option<Self> {
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(folder).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }

    /// Leaves no room.
    fn fill(&self) {
        let filler = self.0.join("filler");
        let mut size = 3 << 20;
        let mut bytes = Vec::new();
        // The last kilobytes go in pieces: a file that does not fit is not written at all.
        while size > 0 {
            bytes.resize(bytes.len() + size, 0_u8);
            if fs::write(&filler, &bytes).is_err() {
                bytes.truncate(bytes.len() - size);
                size /= 2;
            }
        }
        drop(fs::write(&filler, &bytes));
    }

    fn make_room(&self) {
        fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.0).status());
    }
}

#[test]
fn while_a_report_is_submitted_its_text_stays_and_the_next_try_succeeds() {
    let user = User::new();
    let Some(disk) = Disk::mounted_on(user.home()) else {
        println!("skipped: this user may not mount a small file system");
        return;
    };
    let mut terminal = user.start_typing();
    let text = "Kết quả của cả năm, không được mất chữ nào.";
    terminal.type_text(text);
    terminal.wait_for("giữ nháp");
    disk.fill();
    terminal.send("\x07");
    terminal.wait_for("TRÌNH DUYỆT");
    terminal.send("\r");
    terminal.wait_for("đầy");
    assert!(terminal.shows(text), "{}", terminal.text());
    disk.make_room();
    terminal.send("\x07");
    terminal.wait_for("TRÌNH DUYỆT");
    terminal.send("\r");
    terminal.wait_for("Đã trình duyệt");
    let state = user.query("SELECT state FROM report");
    assert_eq!(state.as_deref(), Some("awaiting_approval"));
    assert_eq!(user.query("SELECT results FROM report").as_deref(), Some(text));
    assert_eq!(user.query("PRAGMA integrity_check").as_deref(), Some("ok"));
}
