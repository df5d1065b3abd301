using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Components;
using Assembly = System.Reflection.Assembly;

namespace Portal.Tests.Architecture;

/// <summary>The portal's compiled types and what each of them uses.</summary>
internal static class House
{
    public static Assembly Portal { get; } = Assembly.Load("Portal");

    private static readonly Lazy<IReadOnlyList<IType>> LoadedTypes = new(() =>
        [.. new ArchLoader().LoadAssemblies(Portal, Assembly.Load("Portal.Data")).Build().Types]);

    private static readonly HashSet<string> ComponentNames = Portal.GetTypes()
        .Where(type => typeof(IComponent).IsAssignableFrom(type)).Select(type => type.FullName ?? type.Name).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<IType> Types => LoadedTypes.Value;

    public static bool IsComponent(IType type) => ComponentNames.Contains(type.FullName);

    /// <summary>Whether a type stands in a room of the portal, such as <c>Wallet</c> or <c>Push</c>.</summary>
    public static bool IsIn(IType type, string room) => IsUnder(type, $"Portal.{room}");

    public static bool IsUnder(IType type, string prefix) =>
        type.FullName.StartsWith(prefix + ".", StringComparison.Ordinal) || string.Equals(type.FullName, prefix, StringComparison.Ordinal);

    /// <summary>Every call of a member, named <c>Namespace.Type::Member</c>, by types of which <paramref name="callers"/> holds.</summary>
    public static IEnumerable<string> Calls(string member, Func<IType, bool> callers) =>
        from type in Types.Where(callers)
        from call in type.Dependencies.OfType<MethodCallDependency>()
        where call.TargetMember.FullName.Contains(member, StringComparison.Ordinal)
        select $"{type.FullName} calls {call.TargetMember.FullName}";

    /// <summary>Fails with every use of <paramref name="forbidden"/> types by <paramref name="users"/>.</summary>
    public static void AssertNoUse(Func<IType, bool> users, Func<IType, bool> forbidden, string why)
    {
        var uses =
            from user in Types.Where(users)
            from used in user.Dependencies.Select(dependency => dependency.Target).Where(forbidden).Distinct()
            where !string.Equals(used.FullName, user.FullName, StringComparison.Ordinal)
            select $"{user.FullName} uses {used.FullName}";
        Sources.AssertNone(uses.Distinct(StringComparer.Ordinal), why);
    }
}
