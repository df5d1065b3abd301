namespace Passbook.Generator;

/// <summary>Something that is wrong, or may be, with a pass.</summary>
/// <param name="Path">
/// Where: a JSON path into <c>pass.json</c> (<c>$.coupon.primaryFields[0].key</c>), the name of a file of the package
/// (<c>icon@2x.png</c>), or empty for the package as a whole.
/// </param>
/// <param name="Code">Which rule; stable, for programs.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong and what to do about it, in one sentence for people.</param>
public sealed record PassProblem(string Path, string Code, ProblemSeverity Severity, string Message);

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The pass works; something may look or behave otherwise than expected.</summary>
    Warning,

    /// <summary>Wallet refuses the pass, or does not show what is concerned.</summary>
    Error,
}
