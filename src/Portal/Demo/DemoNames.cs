namespace Portal.Demo;

/// <summary>Names of people who do not exist.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Alex", "Mia", "Jonas", "Priya", "Noor", "Éva", "Tomás", "Ingrid", "Sven", "Aiko", "Lucía", "Omar", "Freya", "Mateo", "Zofia",
        "Liam", "Chloé", "Dmitri", "Hana", "Björn", "Amara", "Felix", "Leila", "Oscar", "Nina", "Ravi", "Greta", "Yusuf", "Clara",
    ];

    private static readonly string[] Last =
    [
        "Morgan", "Lind", "Berg", "Raman", "Haddad", "Nagy", "Silva", "Dahl", "Olsson", "Tanaka", "Romero", "Farouk", "Hansen", "Costa",
        "Nowak", "Murphy", "Laurent", "Ivanov", "Sato", "Öberg", "Okafor", "Weber", "Karimi", "Virtanen", "Rossi", "Patel", "Keller",
    ];

    /// <summary>The name with this number; different for the first 700.</summary>
    public static string Of(int number) => $"{First[number % First.Length]} {Last[number * 7 % Last.Length]}";
}
