using System.Reflection;
using System.Runtime.CompilerServices;

namespace Passbook.Generator.Tests;

/// <summary>What every public type of the library promises.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<Type> PublicTypes => [.. typeof(Pass).Assembly.GetExportedTypes()];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_stands_in_the_one_namespace(Type type) => Assert.Equal("Passbook.Generator", type.Namespace);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_sealed_or_static(Type type) =>
        // PassFields is what all styles have; a boarding pass adds to it.
        Assert.True(type.IsSealed || type == typeof(PassFields), $"{type} may be inherited from.");

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_immutable(Type type)
    {
        var settable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => !field.IsInitOnly && !type.IsEnum);

        Assert.Empty(settable);
        Assert.Empty(fields);
    }
}
