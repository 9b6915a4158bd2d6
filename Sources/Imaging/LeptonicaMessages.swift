import CLeptonica

/// What Leptonica says on the error output.
package enum LeptonicaMessages {
    /// Lets it say nothing: its results tell what failed, and its messages name files.
    ///
    /// Some of its messages pass the level by, thousands for one flat image; those go to a handler that drops them.
    package static func silence() {
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        leptSetStderrHandler { _ in }
    }
}
