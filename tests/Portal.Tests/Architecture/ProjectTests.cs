using System.Reflection;

namespace Portal.Tests.Architecture;

/// <summary>Which project may know which: read from the compiled assemblies.</summary>
public sealed class ProjectTests
{
    private static readonly string[] OurProjects = ["Passbook.Generator", "Portal.Data", "Wallet.Simulator", "Portal"];

    [Fact]
    public void Passbook_Generator_knows_nothing_of_ours_and_no_web_or_database_library()
    {
        AssertReferences("Passbook.Generator", allowed: []);
        var foreign = ReferencesOf("Passbook.Generator").Where(name =>
            name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Win32", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal));
        Sources.AssertNone(foreign, "Passbook.Generator is a library for anyone: no ASP.NET, no EF.");
    }

    [Fact]
    public void Portal_Data_knows_neither_the_portal_nor_pass_files() => AssertReferences("Portal.Data", allowed: []);

    [Fact]
    public void Wallet_Simulator_knows_only_Passbook_Generator() => AssertReferences("Wallet.Simulator", allowed: ["Passbook.Generator"]);

    private static void AssertReferences(string project, string[] allowed)
    {
        var ours = ReferencesOf(project).Intersect(OurProjects, StringComparer.Ordinal).Except(allowed, StringComparer.Ordinal);
        Sources.AssertNone(ours, $"{project} may not reference");
    }

    private static IEnumerable<string> ReferencesOf(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name ?? "");
}
