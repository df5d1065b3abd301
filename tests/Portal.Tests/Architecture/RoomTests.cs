using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Architecture;

/// <summary>Which room of the portal may know which other ('Who may know whom').</summary>
public sealed class RoomTests
{
    [Fact]
    public void The_protocol_never_knows_a_page() =>
        House.AssertNoUse(type => House.IsIn(type, "Wallet"), House.IsComponent, "The protocol knows a page:");

    [Fact]
    public void No_page_knows_the_protocol() =>
        House.AssertNoUse(House.IsComponent, type => House.IsIn(type, "Wallet"), "A page knows the protocol:");

    [Fact]
    public void Every_page_lives_under_admin()
    {
        var astray =
            from page in House.Portal.GetTypes()
            from route in page.GetCustomAttributes<RouteAttribute>()
            where !string.Equals(route.Template, "/admin", StringComparison.Ordinal)
                && !route.Template.StartsWith("/admin/", StringComparison.Ordinal)
            select $"{page.FullName} at {route.Template}";
        Sources.AssertNone(astray, "A page outside of /admin can shadow a path of the protocol:");
    }

    [Fact]
    public void Pages_hold_no_queries() =>
        House.AssertNoUse(
            House.IsComponent,
            type => type.FullName.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal)
                || type.FullName.EndsWith("PortalDbContext", StringComparison.Ordinal)
                || House.IsUnder(type, "Portal.Data.Storage.PortalWriter"),
            "A page asks the database itself instead of its feature's service:");

    [Fact]
    public void Services_open_a_context_per_operation()
    {
        var keepers =
            from type in House.Portal.GetTypes()
            from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where constructor.GetParameters().Any(parameter => typeof(DbContext).IsAssignableFrom(parameter.ParameterType))
            select type.FullName;
        Sources.AssertNone(keepers, "A circuit lives for hours, its services take an IDbContextFactory:");
    }

    [Fact]
    public void Only_the_demo_knows_the_simulator() =>
        House.AssertNoUse(
            type => !House.IsIn(type, "Demo"), type => House.IsUnder(type, "Wallet.Simulator"), "The simulator is known outside of Demo/:");

    [Fact]
    public void Only_Push_opens_connections() =>
        House.AssertNoUse(
            type => !House.IsIn(type, "Push") && !House.IsIn(type, "Demo"),
            type => House.IsUnder(type, "System.Net.Http") && !type.FullName.StartsWith("System.Net.Http.Headers.", StringComparison.Ordinal),
            "Only Push/ talks to APNs:");

    [Fact]
    public void Nobody_knows_the_demo() =>
        House.AssertNoUse(
            type => !House.IsIn(type, "Demo") && !string.Equals(type.FullName, "Portal.PortalApp", StringComparison.Ordinal),
            type => House.IsIn(type, "Demo"),
            "The portal without its demo has to stay whole; only PortalApp adds it:");

    [Fact]
    public void Stored_designs_and_pass_files_meet_in_one_place() =>
        House.AssertNoUse(
            type => House.IsUnder(type, "Portal.Data"), type => House.IsUnder(type, "Passbook.Generator"), "Portal.Data knows pass files:");
}
