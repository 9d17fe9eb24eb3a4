use super::*;

const MOUNTS: &str = "\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/vdb /home/lan ext4 rw 0 0
//files/so /mnt/ổ\\040chung cifs rw 0 0
lan@may: /mnt/xa fuse.sshfs rw 0 0
/dev/vdc /mnt/lớp ext4 rw 0 0
host /mnt/lớp 9p rw 0 0
";

#[test]
fn the_deepest_mount_decides_and_the_latest_of_two() {
    for (path, kind) in [
        ("/srv/tiendo.db", "ext4"),
        ("/home/minh/tiendo.db", "nfs4"),
        ("/home/lan/tiendo.db", "ext4"),
        ("/homestead/tiendo.db", "ext4"),
        ("/mnt/ổ chung/tiendo.db", "cifs"),
        ("/mnt/xa/a/b.db", "fuse.sshfs"),
        ("/mnt/lớp/tiendo.db", "9p"),
    ] {
        assert_eq!(type_of(MOUNTS, Path::new(path)), Some(kind), "{path}");
    }
    assert_eq!(type_of("", Path::new("/x")), None);
}

#[test]
fn what_other_machines_may_write_is_a_network() {
    for kind in ["nfs", "nfs4", "cifs", "smb3", "sshfs", "fuse.sshfs", "fuse", "9p"] {
        assert!(is_network_type(kind), "{kind}");
    }
    for kind in ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "vfat"] {
        assert!(!is_network_type(kind), "{kind}");
    }
}
