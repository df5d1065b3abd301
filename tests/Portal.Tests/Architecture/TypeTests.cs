using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Portal.Tests.Architecture;

/// <summary>How a production type looks.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("Passbook.Generator")]
    [InlineData("Portal.Data")]
    [InlineData("Wallet.Simulator")]
    [InlineData("Portal")]
    public void A_class_is_sealed_or_static_unless_something_here_derives_from_it(string project)
    {
        var types = Assembly.Load(project).GetTypes();
        var parents = types.Select(type => type.BaseType).OfType<Type>()
            .Select(parent => parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent).ToHashSet();
        var open = types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type) && IsWritten(type))
            .Select(type => type.FullName ?? type.Name);
        Sources.AssertNone(open, $"{project} has classes that are neither sealed nor static:");
    }

    /// <summary>Not made by the compiler, by Razor or by dotnet ef.</summary>
    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !typeof(IComponent).IsAssignableFrom(type)
        && type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true
        && type.Name is not ("Program" or "_Imports");
}
