Console.WriteLine("usage: dev bench engine");
