using System.Text.RegularExpressions;
using ArchUnitNET.Domain;

namespace Portal.Tests.Architecture;

/// <summary>Update tags are drawn in one place, and what draws them is a short list.</summary>
public sealed partial class TagTests
{
    [Fact]
    public void Only_UpdateClock_writes_the_clock()
    {
        var sources = Sources.In("src", ".cs", ".razor").Where(source => source.Path != "src/Portal.Data/UpdateClock.cs");
        Sources.AssertNone(sources, ClockWrite(), "Only UpdateClock draws tags:");

        Sources.AssertNone(
            House.Calls("Portal.Data.ClockRow::set_", from => !House.IsUnder(from, "Portal.Data.UpdateClock")), "Only UpdateClock draws tags:");
    }

    [Fact]
    public void Only_PassChanges_and_late_registrations_draw_tags() =>
        Sources.AssertNone(
            House.Calls("Portal.Data.UpdateClock::AdvanceAsync", from => !MayChangePasses(from)), "Only PassChanges changes a pass, and draws its tag:");

    [Fact]
    public void Only_PassChanges_and_late_registrations_queue_pushes() =>
        House.AssertNoUse(
            type => !MayChangePasses(type), type => House.IsUnder(type, "Portal.Data.Pushes.PushQueue"), "Only PassChanges changes a pass, and queues its pushes:");

    // Portal.Data has the statements of a late registration, of a resumed topic and of a revived token.
    private static bool MayChangePasses(IType type) =>
        House.IsUnder(type, "Portal.Passes.PassChanges") || House.IsUnder(type, "Portal.Data");

    [GeneratedRegex("""UPDATE\s+[\\"]*UpdateClocks|\bUpdateClocks\b.*\.Execute(Update|Delete)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ClockWrite();
}
