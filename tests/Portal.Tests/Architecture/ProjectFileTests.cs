using System.Xml.Linq;

namespace Portal.Tests.Architecture;

/// <summary>
/// Which project may know which, read from the project files too: the compiler drops a reference that nothing uses yet.
/// </summary>
public sealed class ProjectFileTests
{
    [Theory]
    [InlineData("Passbook.Generator")]
    [InlineData("Portal.Data")]
    [InlineData("Wallet.Simulator", "Passbook.Generator")]
    [InlineData("Portal", "Passbook.Generator", "Portal.Data", "Wallet.Simulator")]
    public void A_project_references_only_what_it_may_know(string project, params string[] allowed)
    {
        var file = XDocument.Load(Path.Combine(Sources.Root, "src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? ""))
            .Except(allowed, StringComparer.Ordinal);
        Sources.AssertNone(references, $"{project} may not reference");
    }
}
