//! The official Huawei Cloud SDKs that the conformance suite drives, each version in a Python environment of its own.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use anyhow::Result;

use crate::process::{command, run_quietly};
use crate::project::Project;
use crate::tools::{pip_install, python_env};

/// The SDK of the time of the API references, and today's.
pub const VERSIONS: [&str; 2] = ["3.1.49", "3.1.219"];
/// Folder of the lists of what is installed.
const REQUIREMENTS: &str = "tests/conformance/requirements";

/// A Python that can import this version of the SDK.
pub fn python(project: &Project, version: &str) -> Result<PathBuf> {
    let folder = project.root.join(REQUIREMENTS);
    let (sdk, rest) = (folder.join(format!("sdk-{version}.txt")), folder.join("dependencies.txt"));
    let mut hasher = DefaultHasher::new();
    (crate::project::read(&sdk)?, crate::project::read(&rest)?).hash(&mut hasher);
    // Other lists are another environment.
    let key = format!("{version}-{:08x}", hasher.finish() as u32);
    python_env(project, "huaweicloud-sdk", &key, |python| {
        // The oracle itself is exactly the published one.
        run_quietly(pip_install(python).args(["--no-deps", "--require-hashes", "--requirement"]).arg(&sdk))?;
        run_quietly(pip_install(python).args(["--no-deps", "--requirement"]).arg(&rest))?;
        run_quietly(command(python).args(["-m", "pip", "--disable-pip-version-check", "check"]))
    })
}

/// The variable that tells the suite which Python has a version.
pub fn variable(version: &str) -> String {
    format!("DMS_CONFORMANCE_PYTHON_{}", version.replace('.', "_"))
}
