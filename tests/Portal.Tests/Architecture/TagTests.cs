using System.Text.RegularExpressions;
using ArchUnitNET.Domain.Dependencies;

namespace Portal.Tests.Architecture;

/// <summary>Update tags are drawn in one place, and what draws them is a short list.</summary>
public sealed partial class TagTests
{
    [Fact]
    public void Only_UpdateClock_writes_the_clock()
    {
        var sources = Sources.In("src", ".cs", ".razor").Where(source => source.Path != "src/Portal.Data/UpdateClock.cs");
        Sources.AssertNone(sources, ClockWrite(), "Only UpdateClock draws tags:");

        var setters =
            from type in House.Types
            where !House.IsUnder(type, "Portal.Data.UpdateClock") && !House.IsUnder(type, "Portal.Data.ClockRow")
            from call in type.Dependencies.OfType<MethodCallDependency>()
            where call.TargetMember.FullName.Contains("Portal.Data.ClockRow::set_", StringComparison.Ordinal)
            select $"{type.FullName} calls {call.TargetMember.FullName}";
        Sources.AssertNone(setters, "Only UpdateClock draws tags:");
    }

    [Fact]
    public void Only_changes_and_registrations_draw_tags() =>
        House.AssertNoUse(
            type => !House.IsIn(type, "Passes") && !House.IsIn(type, "Wallet") && !House.IsIn(type, "Designs") && !House.IsUnder(type, "Portal.Data")
                || House.IsComponent(type),
            type => House.IsUnder(type, "Portal.Data.UpdateClock"),
            "Only PassChanges, a publication and a late registration draw tags:");

    [Fact]
    public void Only_changes_and_registrations_queue_pushes() =>
        House.AssertNoUse(
            type => !House.IsIn(type, "Passes") && !House.IsIn(type, "Wallet") && !House.IsIn(type, "Designs") && !House.IsIn(type, "Push")
                && !House.IsUnder(type, "Portal.Data")
                || House.IsComponent(type),
            type => House.IsUnder(type, "Portal.Data.Pushes.PushQueue"),
            "Only PassChanges, a publication and a late registration queue pushes:");

    [GeneratedRegex("""UPDATE\s+[\\"]*UpdateClocks|\bUpdateClocks\b.*\.Execute(Update|Delete)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ClockWrite();
}
